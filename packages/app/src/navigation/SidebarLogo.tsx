import { sidebarConfig, useSidebarOpenState } from '@backstage/core-components';
import { Link } from '@backstage/ui';
import { Logo } from './Logo';
import styles from './Sidebar.module.css';

/** The mark, with the wordmark beside it while the sidebar is open. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <div
      className={styles.logo}
      style={{ width: sidebarConfig.drawerWidthClosed }}
    >
      <Link href="/" aria-label="Tenantry" standalone className={styles.link}>
        <Logo size={32} />
        {isOpen && <span className={styles.wordmark}>Tenantry</span>}
      </Link>
    </div>
  );
}
