import type { ReactNode } from 'react';
import { Link, Text } from '@backstage/ui';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { useText } from '../../hooks/useText';
import { TenantHealthBadge } from '../TenantHealthBadge';
import styles from './TenantSearchResultListItem.module.css';

/** A tenant among the results of a search. */
export function TenantSearchResultListItem(props: {
  result?: SearchDocument;
  highlight?: ResultHighlight;
  icon?: ReactNode;
}) {
  const { result, highlight, icon } = props;
  const t = useText();
  if (!result) {
    return null;
  }
  const environments = environmentsOf(result);
  const tenant = tenantOf(result);
  return (
    <div className={styles.item}>
      <span className={styles.icon}>{icon}</span>
      <div className={styles.text}>
        <Link href={result.location} variant="title-x-small" noTrack>
          {highlighted('title', result, highlight)}
        </Link>
        <Text as="p" color="secondary" className={styles.excerpt}>
          {highlighted('text', result, highlight)}
        </Text>
        {tenant && <TenantHealthBadge tenant={tenant} />}
        {environments.length > 0 && (
          <Text as="p" variant="body-small">
            {t('search.environments', {
              environments: environments.join(', '),
            })}
          </Text>
        )}
      </div>
    </div>
  );
}

function highlighted(
  field: 'title' | 'text',
  document: SearchDocument,
  highlight: ResultHighlight | undefined,
): ReactNode {
  const text = highlight?.fields[field];
  return highlight && text ? (
    <HighlightedSearchResultText
      text={text}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    document[field]
  );
}

/** The name of the tenant to whose page the document leads. */
function tenantOf({ location }: SearchDocument): string | undefined {
  const [, name] = /\/tenants\/([^/?#]+)$/.exec(location) ?? [];
  return name && decodeURIComponent(name);
}

/** The index may hold documents of an older collator, so that nothing is taken for granted. */
function environmentsOf(document: SearchDocument): string[] {
  const environments: unknown =
    'environments' in document ? document.environments : [];
  return Array.isArray(environments) ? environments.map(String) : [];
}
