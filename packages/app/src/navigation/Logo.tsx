/** Tenantry's mark: a hub, its spokes, and a tenant at the end of each. */
export function Logo(props: { size: number }) {
  return (
    <svg
      width={props.size}
      height={props.size}
      viewBox="0 0 32 32"
      fill="none"
      aria-hidden
    >
      <rect width="32" height="32" rx="7" fill="#0f2a33" />
      <path
        d="M16 16V7M16 16l8 5M16 16l-8 5"
        stroke="#5fd4c4"
        strokeWidth="2"
      />
      <circle cx="16" cy="16" r="4" fill="#5fd4c4" />
      <rect x="13" y="3" width="6" height="6" rx="1.5" fill="#fff" />
      <rect x="21" y="19" width="6" height="6" rx="1.5" fill="#fff" />
      <rect x="5" y="19" width="6" height="6" rx="1.5" fill="#fff" />
    </svg>
  );
}
