import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { tenantsTranslationRef } from '../translation';

/**
 * Every sentence of the plugin in German. Words that people who run Kubernetes and Git use in English
 * stay English.
 */
const messages = createTranslationMessages({
  ref: tenantsTranslationRef,
  full: true,
  messages: {
    'health.Healthy': 'Gesund',
    'health.Suspended': 'Angehalten',
    'health.Progressing': 'In Umsetzung',
    'health.Unknown': 'Unbekannt',
    'health.Missing': 'Fehlt',
    'health.Degraded': 'Gestört',
    'health.explain.Healthy': 'Alles, was geprüft wird, ist in Ordnung.',
    'health.explain.Suspended': 'Absichtlich abgeschaltet.',
    'health.explain.Progressing': 'Eine Änderung wird ausgerollt.',
    'health.explain.Unknown': 'Der Zustand ließ sich nicht bestätigen.',
    'health.explain.Missing': 'Etwas, das Git verlangt, gibt es nicht.',
    'health.explain.Degraded': 'Etwas ist kaputt.',

    'sync.Synced': 'Synchron',
    'sync.OutOfSync': 'Nicht synchron',
    'sync.Unknown': 'Sync unbekannt',

    'common.copy': '{{what}} kopieren',
    'common.copied': 'Kopiert',
    'common.copyFailed': 'Der Browser hat das Kopieren verweigert',
    'common.retry': 'Erneut versuchen',
    'common.since': 'seit {{time}}',
    'common.lastConfirmed': 'zuletzt bestätigt {{time}}',
    'common.never': 'noch nicht beobachtet',
    'common.none': 'keine',

    'failure.failedTitle': 'Das konnte nicht geladen werden',
    'failure.deniedTitle': 'Das dürfen Sie nicht sehen',
    'failure.deniedDescription':
      'Bitten Sie den Eigentümer des Mandanten oder einen Betreiber der Plattform um Zugriff.',
    'failure.refreshTitle':
      'Die letzte Aktualisierung ist fehlgeschlagen; die Anzeige kann veraltet sein',

    'fleet.title': 'Mandanten',
    'fleet.description':
      'Alle Mandanten, die Sie sehen dürfen, die schlechtesten zuerst.',
    'fleet.create': 'Neuer Mandant',
    'fleet.tableLabel': 'Mandanten und ihr Zustand in jeder Umgebung',
    'fleet.columnTenant': 'Mandant',
    'fleet.columnHealth': 'Zustand',
    'fleet.absent': 'nicht in dieser Umgebung',
    'fleet.absentMark': '–',
    'fleet.countsLabel': 'Nur Mandanten in diesem Zustand zeigen',
    'fleet.searchLabel': 'Mandanten suchen',
    'fleet.searchPlaceholder': 'Name, Hostname, Namespace, Party Hint',
    'fleet.environmentLabel': 'Umgebung',
    'fleet.environmentAll': 'Alle Umgebungen',
    'fleet.clusterLabel': 'Cluster',
    'fleet.clusterAll': 'Alle Cluster',
    'fleet.ownerLabel': 'Eigentümer',
    'fleet.ownerAll': 'Alle Eigentümer',
    'fleet.filtersLabel': 'Mandanten filtern',
    'fleet.behindFilter': 'Version veraltet',
    'fleet.behind': '{{version}}, veraltet',
    'fleet.template': 'Template {{version}}',
    'fleet.clearFilters': 'Filter zurücksetzen',
    'fleet.export': 'Als CSV exportieren',
    'fleet.exportDone_one': '{{count}} Mandant wurde exportiert.',
    'fleet.exportDone_other': '{{count}} Mandanten wurden exportiert.',
    'fleet.exportTruncated':
      'Nur die ersten {{maximum, number}} Mandanten wurden exportiert. Grenzen Sie die Filter für die übrigen ein.',
    'fleet.exportFailed': 'Der Export ist fehlgeschlagen: {{reason}}',
    'fleet.csv.fileName': 'mandanten.csv',
    'fleet.csv.name': 'Name',
    'fleet.csv.owner': 'Eigentümer',
    'fleet.csv.reason': 'Grund',
    'fleet.csv.message': 'Erklärung',
    'fleet.csv.environmentCluster': '{{environment}}: Cluster',
    'fleet.csv.environmentHealth': '{{environment}}: Zustand',
    'fleet.csv.environmentSync': '{{environment}}: Sync',
    'fleet.csv.environmentReason': '{{environment}}: Grund',
    'fleet.csv.environmentVersions': '{{environment}}: Versionen',
    'fleet.csv.environmentBehind': '{{environment}}: veraltet',
    'fleet.clusters.title_one':
      'Der Cluster {{names}} lässt sich nicht beobachten',
    'fleet.clusters.title_other':
      '{{count}} Cluster lassen sich nicht beobachten: {{names}}',
    'fleet.clusters.lastAnswer': 'Letzte Antwort {{time}}.',
    'fleet.clusters.show_one': '{{count}} Mandanten auf {{cluster}} zeigen',
    'fleet.clusters.show_other': '{{count}} Mandanten auf {{cluster}} zeigen',
    'fleet.clusters.showAll': 'Mandanten auf {{cluster}} zeigen',
    'fleet.registry.staleTitle':
      'Die Registry ist nicht lesbar; hier können Mandanten fehlen',
    'fleet.registry.unreadableTitle':
      'Die Registry konnte zuletzt nicht gelesen werden',
    'fleet.registry.readAt': 'Zuletzt vollständig gelesen {{time}}.',
    'fleet.registry.neverRead': 'Sie wurde seit dem Start nicht gelesen.',
    'fleet.registry.findingsTitle_one':
      '{{count}} Deskriptor der Registry wird abgelehnt',
    'fleet.registry.findingsTitle_other':
      '{{count}} Deskriptoren der Registry werden abgelehnt',
    'fleet.registry.findingsMore_one': 'und {{count}} weiterer',
    'fleet.registry.findingsMore_other': 'und {{count}} weitere',
    'fleet.unwell_one': '{{count}} Mandant ist nicht gesund',
    'fleet.unwell_other': '{{count}} Mandanten sind nicht gesund',
    'fleet.total_one': '{{count}} Mandant',
    'fleet.total_other': '{{count}} Mandanten',
    'fleet.pageRange':
      '{{from, number}} bis {{to, number}} von {{total, number}}',
    'fleet.previousPage': 'Vorherige Seite',
    'fleet.nextPage': 'Nächste Seite',
    'fleet.loading': 'Mandanten werden geladen',
    'fleet.emptyTitle': 'Noch keine Mandanten',
    'fleet.emptyDescription':
      'Mandanten, die das GitOps-Repository beschreibt und die Sie sehen dürfen, erscheinen hier von selbst.',
    'fleet.noMatchTitle': 'Kein Mandant passt zu den Filtern',
    'fleet.noMatchDescription':
      'Ändern Sie die Filter, oder setzen Sie sie zurück.',

    'tenant.loading': 'Der Mandant wird geladen',
    'tenant.notFoundTitle':
      'Für Sie gibt es hier keinen Mandanten „{{tenant}}“',
    'tenant.notFoundDescription':
      'Er existiert nicht, oder er ist nicht Ihrer. Prüfen Sie den Namen, oder gehen Sie zurück zu allen Mandanten.',
    'tenant.backToFleet': 'Alle Mandanten',
    'tenant.owner': 'Eigentümer',
    'tenant.contacts': 'Kontakte',
    'tenant.worstIn': '{{environment}}: {{message}}',
    'tenant.environmentsLabel': 'Umgebungen',
    'tenant.noEnvironmentsTitle': 'Noch in keiner Umgebung',
    'tenant.noEnvironmentsDescription':
      'Der Mandant ist registriert, aber das GitOps-Repository enthält keine Umgebung für ihn.',
    'tenant.unknownChecks_one': '{{count}} Prüfung unbekannt',
    'tenant.unknownChecks_other': '{{count}} Prüfungen unbekannt',
    'tenant.actionsMenu': 'Aktionen',
    'tenant.actionsLabel': '{{tenant}} per Formular ändern',
    'tenant.actions.change-allow-list': 'IP-Allow-List ändern',
    'tenant.actions.change-size': 'Größe ändern',
    'tenant.actions.upgrade-splice': 'Splice aktualisieren',
    'tenant.actions.change-top-up': 'Traffic-Top-up ändern',
    'tenant.actions.add-environment': 'Umgebung hinzufügen',
    'tenant.actions.update-client': 'Auf den neuesten Stand bringen',
    'tenant.actions.revert-change': 'Änderung zurücknehmen',
    'tenant.actions.suspend-client': 'Anhalten',
    'tenant.actions.resume-client': 'Fortsetzen',
    'tenant.actions.offboard-client': 'Außer Betrieb nehmen',
    'tenant.actions.remove-client': 'Entfernen',

    'environment.loading': 'Die Umgebung wird geladen',
    'environment.notFoundTitle':
      'Für Sie gibt es hier keinen Status dieser Umgebung',
    'environment.notFoundDescription':
      'Diese Umgebung des Mandanten steht nicht in der Registry, oder sie ist nicht Ihre.',
    'environment.staleTitle': 'Zuletzt bestätigt {{time}}',
    'environment.staleDescription':
      'Seitdem schweigt eine Quelle; die Anzeige kann veraltet sein.',
    'environment.notObservedTitle': 'Noch nicht beobachtet',
    'environment.notObservedDescription':
      'Keine Quelle hat über diese Umgebung berichtet. Ein neuer Mandant erscheint innerhalb einer Minute nach dem ersten Sync.',
    'environment.partialTitle_one':
      '{{count}} Prüfung ließ sich nicht bestätigen',
    'environment.partialTitle_other':
      '{{count}} Prüfungen ließen sich nicht bestätigen',
    'environment.partialDescription':
      'Eine Quelle lässt sich nicht befragen; jede dieser Prüfungen zeigt, was zuletzt bekannt war.',
    'environment.suspendedTitle': 'Angehalten',
    'environment.suspendedDescription':
      'Diese Umgebung des Mandanten ist in Git abgeschaltet; ihre Workloads sollen stillstehen.',
    'environment.summary': 'Überblick',
    'environment.cluster': 'Cluster',
    'environment.namespace': 'Namespace',
    'environment.versions': 'Versionen',
    'environment.links': 'Links',
    'environment.system': 'Katalogeintrag',

    'gitops.title': 'GitOps',
    'gitops.missing': 'Die GitOps-Engine hat keine Anwendung gemeldet.',
    'gitops.application': 'Anwendung',
    'gitops.engineHealth': 'Zustand laut Engine',
    'gitops.revision': 'Revision',
    'gitops.lastSynced': 'Letzter Sync',
    'gitops.neverSynced': 'nie',
    'gitops.open': 'In {{engine}} öffnen',
    'gitops.drift_one': '{{count}} Objekt weicht von Git ab',
    'gitops.drift_other': '{{count}} Objekte weichen von Git ab',
    'gitops.operation.Running': 'Die Engine arbeitet, begonnen {{time}}.',
    'gitops.operation.Succeeded': 'Der letzte Lauf war {{time}} erfolgreich.',
    'gitops.operation.Failed': 'Der letzte Lauf ist {{time}} fehlgeschlagen.',
    'gitops.unknownTime': 'zu unbekannter Zeit',
    'gitops.suspended': 'Die Engine ist angewiesen, nichts anzuwenden.',
    'gitops.manual':
      'Änderungen in Git werden nur angewendet, wenn jemand es verlangt.',
    'gitops.history': 'Früher angewendet',
    'gitops.deployedBy': 'von {{initiator}}',
    'gitops.actionsLabel': 'Aufträge an die GitOps-Engine',
    'gitops.action.sync': 'Sync',
    'gitops.action.refresh': 'Refresh',
    'gitops.action.rollback': 'Rollback',
    'gitops.action.suspend': 'Anhalten',
    'gitops.action.resume': 'Fortsetzen',
    'gitops.rollbackTo': 'Rollback auf {{revision}}',
    'gitops.confirmTitle.sync': 'Anwenden, was Git sagt?',
    'gitops.confirmTitle.rollback': 'Eine frühere Revision wieder anwenden?',
    'gitops.confirmTitle.suspend': 'Keine Änderungen mehr anwenden?',
    'gitops.confirmTitle.resume': 'Änderungen wieder anwenden?',
    'gitops.confirm.sync':
      'Die Engine wendet die Revision in Git jetzt auf {{application}} an.',
    'gitops.confirm.rollback':
      'Die Engine wendet {{revision}} auf {{application}} an. Git bleibt, wie es ist: Nehmen Sie die Änderung auch dort zurück, sonst bringt der nächste Sync sie wieder.',
    'gitops.confirm.suspend':
      'Die Engine lässt {{application}} in Ruhe, was sich auch in Git ändert, bis sie fortgesetzt wird.',
    'gitops.confirm.resume':
      'Die Engine wendet auf {{application}} an, was sich in Git geändert hat.',
    'gitops.cancel': 'Abbrechen',
    'gitops.requested.sync':
      'Die Engine wurde um einen Sync gebeten. Das Ergebnis erscheint hier in Kürze.',
    'gitops.requested.refresh':
      'Die Engine wurde gebeten, erneut mit Git zu vergleichen.',
    'gitops.requested.rollback':
      'Die Engine wurde um einen Rollback gebeten. Das Ergebnis erscheint hier in Kürze.',
    'gitops.requested.suspend':
      'Die Engine wurde gebeten, keine Änderungen mehr anzuwenden.',
    'gitops.requested.resume':
      'Die Engine wurde gebeten, Änderungen wieder anzuwenden.',
    'gitops.requestFailed': 'Das hat nicht geklappt: {{reason}}',

    'components.title': 'Komponenten',
    'components.empty': 'Keine Komponente ist beschrieben.',
    'components.checksLabel': 'Prüfungen von {{component}}',
    'components.noChecks': 'Über diese Komponente wurde nichts beobachtet.',
    'components.followsProvider':
      'Ihr geht es so wie der Komponente, die sie bereitstellt.',
    'components.check': 'Prüfung',
    'components.health': 'Zustand',
    'components.finding': 'Befund',
    'components.observed': 'Bestätigt',
    'components.lastKnown': 'Zuletzt bekannt, {{time}}: {{health}}',
    'components.runbook': 'Runbook',
    'components.runbookLabel': 'Runbook zu {{check}}',

    'workloads.title': 'Workloads',
    'workloads.tableLabel': 'Workloads',
    'workloads.empty': 'Es wurde kein Workload beobachtet.',
    'workloads.name': 'Workload',
    'workloads.health': 'Zustand',
    'workloads.ready': 'Bereit',
    'workloads.readyOf': '{{ready, number}} von {{desired, number}}',
    'workloads.restarts': 'Neustarts',
    'workloads.images': 'Images',
    'workloads.pods': 'Pods',
    'workloads.podsEmpty': 'Es gibt keinen Pod.',
    'workloads.podRestarts_one': '{{count}} Neustart',
    'workloads.podRestarts_other': '{{count}} Neustarts',
    'workloads.podNotReady': 'nicht bereit',
    'workloads.started': 'gestartet {{time}}',
    'workloads.volumes': 'Volumes',
    'workloads.volumesEmpty': 'Es gibt kein Volume.',
    'workloads.quotas': 'Quota',
    'workloads.quotasEmpty': 'Keine Quota ist gesetzt.',
    'workloads.quotaUse': '{{used}} von {{hard}} ({{percent}} %)',
    'workloads.kubernetes': 'Logs in Kubernetes',
    'workloads.warnings': 'Warnungen der letzten Stunde',
    'workloads.warningsEmpty': 'Es gab keine Warnung.',
    'workloads.warningCount': '{{times, number}}×, zuletzt {{time}}',

    'endpoints.title': 'Endpunkte',
    'endpoints.empty': 'Kein Endpunkt ist beschrieben.',
    'endpoints.address': 'Adresse von {{title}}',
    'endpoints.connection': '{{title}}, {{protocol}}, Port {{port}}',

    'allowList.title': 'IP-Allow-List',
    'allowList.empty':
      'Die Liste ist leer: Von außerhalb des Clusters kann sich niemand verbinden.',
    'allowList.all': 'Allow-List',
    'allowList.more_one': 'und {{count}} weiterer',
    'allowList.more_other': 'und {{count}} weitere',
    'allowList.same': 'Der Cluster lässt ein, wen Git nennt.',
    'allowList.onlyInForce': 'Vom Cluster eingelassen, aber nicht in Git',
    'allowList.onlyInGit': 'In Git, aber vom Cluster nicht eingelassen',

    'access.title': 'Zertifikate und Secrets',
    'access.backupSchedules': 'Letztes erfolgreiches Backup',
    'access.alertsNow': 'Jetzt',
    'access.certificates': 'Zertifikate',
    'access.certificatesEmpty': 'Es gibt kein Zertifikat.',
    'access.expires': 'läuft {{time}} ab',
    'access.notIssued': 'noch nicht ausgestellt',
    'access.renews': 'Erneuerung {{time}}',
    'access.issuer': 'ausgestellt von {{issuer}}',
    'access.secrets': 'Secrets',
    'access.secretsEmpty': 'Aus dem Secret-Manager wird kein Secret kopiert.',
    'access.secretSynced': 'Synchronisiert {{time}}',
    'access.secretNotSynced': 'Nicht synchron, zuletzt {{time}}',
    'access.secretNeverSynced': 'Nie synchronisiert',
    'access.backups': 'Backups',
    'access.backupsEmpty': 'Es gibt kein Backup.',
    'access.backupDone': 'zuletzt erfolgreich {{time}}',
    'access.backupNever': 'keines war erfolgreich',
    'access.alerts': 'Ausgelöste Alarme',
    'access.alertsEmpty': 'Kein Alarm ist ausgelöst.',

    'diagram.title': 'Wie es zusammenhängt',
    'diagram.clients': 'Clients',
    'diagram.lanes.entry': 'Zugang',
    'diagram.lanes.service': 'Dienste',
    'diagram.lanes.store': 'Daten',
    'diagram.lanes.beside': 'Daneben',
    'diagram.choose': 'Prüfungen zeigen',
    'diagram.dependsOn': 'Braucht',
    'diagram.provides': 'Stellt bereit',

    'metrics.title': 'Metriken',
    'metrics.range': 'Zeitraum',
    'metrics.ranges.1h': '1 Std.',
    'metrics.ranges.6h': '6 Std.',
    'metrics.ranges.24h': '24 Std.',
    'metrics.ranges.7d': '7 Tage',
    'metrics.loading': 'Diagramme werden geladen',
    'metrics.empty':
      'Der Abfragekatalog hat kein Diagramm für diese Umgebung des Mandanten.',
    'metrics.notReported': 'In diesem Zeitraum nicht gemeldet',
    'metrics.latest': '{{series}}: {{value}}',
    'metrics.noLatest': 'zurzeit kein Wert',
    'metrics.chartLabel': '{{title}}, letzte {{range}}',

    'timeline.title': 'Was sich geändert hat',
    'timeline.loading': 'Änderungen werden geladen',
    'timeline.empty': 'Bisher ist nichts geschehen.',
    'timeline.emptyFilter':
      'Unter dem Gezeigten ist nichts von den gewählten Arten.',
    'timeline.older': 'Ältere zeigen',
    'timeline.listLabel': 'Ereignisse, neueste zuerst',
    'timeline.filterLabel': 'Nur Ereignisse dieser Arten zeigen',
    'timeline.revision': 'Revision {{revision}}',
    'timeline.pullRequest': 'Pull Request {{number}} von {{author}}',
    'timeline.types.ChangeOpened': 'Geöffnet',
    'timeline.types.ChangeMerged': 'Gemergt',
    'timeline.types.ChangeClosed': 'Geschlossen',
    'timeline.types.HealthChanged': 'Zustand',
    'timeline.types.Synced': 'Sync',
    'timeline.types.RevisionChanged': 'Änderung',

    'entity.cardTitle': 'Status des Mandanten',
    'entity.details': 'Einzelheiten',
    'entity.annotationMissing': 'Die Entität nennt ihren Mandanten nicht.',
    'entity.clusterTitle': 'Mandanten auf diesem Cluster',
    'entity.environmentTitle': 'Mandanten in dieser Umgebung',
    'entity.connectivity': 'Verbindung',
    'entity.connectivityStates.Connected': 'Verbunden',
    'entity.connectivityStates.Disconnected': 'Getrennt',
    'entity.connectivityStates.Unknown': 'Nicht beobachtet',
    'entity.clusterUnknown': 'Die Registry nennt diesen Cluster nicht.',
    'entity.dataAge': 'Letzte Antwort',
    'entity.kindNotSeen': '{{kind}} ist nicht zu sehen. {{message}}',
    'entity.kindsAbsent': 'Hier nicht installiert: {{kinds}}',
    'entity.networkVersion': 'Version des Netzwerks',
    'entity.noVersion': 'nicht genannt',
    'entity.countsLabel': 'Mandanten nach Zustand über alle Umgebungen',
    'entity.noTenants': 'Hier gibt es keinen Mandanten, den Sie sehen dürfen.',
    'entity.showTenants': 'Mandanten zeigen',

    'fields.name.checking': 'Es wird geprüft, ob der Name frei ist …',
    'fields.name.free': '{{name}} ist frei.',
    'fields.name.unavailable': 'Der Name {{name}} ist nicht verfügbar.',
    'fields.name.unchecked':
      'Ob der Name frei ist, ließ sich nicht prüfen: {{reason}}',
    'fields.tenant.placeholder': 'Name, Titel, Hostname …',
    'fields.tenant.required': 'Bitte auswählen.',
    'fields.tenant.unknown':
      '{{tenant}} gibt es nicht, oder Sie dürfen es nicht sehen.',
    'fields.tenant.failed': 'Die Liste konnte nicht geladen werden: {{reason}}',
    'fields.text.refused':
      '„{{value}}“ wird als {{title}} nicht angenommen. {{description}}',
    'fields.environments.loading': 'Umgebungen werden geladen',
    'fields.environments.failed':
      'Die Umgebungen konnten nicht geladen werden: {{reason}}',
    'fields.environments.none.any':
      'Die Plattform hat keine Umgebung, die neue Mandanten aufnimmt.',
    'fields.environments.none.existing':
      'Es gibt keine Umgebung, die sich wählen lässt.',
    'fields.environments.none.missing':
      'Jede Umgebung der Plattform ist schon in Gebrauch.',
    'fields.environments.chooseTenant':
      'Die Umgebungen folgen, sobald der Mandant gewählt ist.',
    'fields.environments.version': 'Version {{version}}',
    'fields.environments.required': 'Wählen Sie mindestens eine Umgebung.',
    'fields.environments.unknown':
      'Eine Umgebung {{environment}} gibt es nicht.',
    'fields.allowList.chooseEnvironments': 'Wählen Sie zuerst Umgebungen.',
    'fields.allowList.label':
      'Adressen, die sich mit {{environment}} verbinden dürfen',
    'fields.allowList.description':
      'CIDRs wie 203.0.113.0/24 oder 2001:db8::/48; eine je Zeile oder durch Kommas getrennt.',
    'fields.allowList.emptyDescription':
      'Leer: Von außerhalb des Clusters kann sich niemand mit {{environment}} verbinden, bis Adressen hinzukommen.',
    'fields.allowList.loading': 'Die Allow-List in Git wird geladen',
    'fields.allowList.notLoaded':
      'Die Allow-List in Git ist noch nicht geladen.',
    'fields.allowList.current_one': 'Derzeit in Git: {{count}} Adressbereich.',
    'fields.allowList.current_other':
      'Derzeit in Git: {{count}} Adressbereiche.',
    'fields.allowList.currentFailed':
      'Die Allow-List in Git konnte nicht geladen werden, und was hier steht, würde sie ersetzen: {{reason}}',
    'fields.allowList.count_one': '{{count}} Adressbereich',
    'fields.allowList.count_other': '{{count}} Adressbereiche',
    'fields.rolloutPlan.loading': 'Die Wellen werden ermittelt',
    'fields.rolloutPlan.failed':
      'Der Rollout lässt sich nicht planen: {{reason}}',
    'fields.rolloutPlan.skipped': 'Bleiben, wie sie sind:',
    'fields.preview.loading':
      'Es wird ermittelt, welche Dateien geschrieben werden',
    'fields.preview.failed':
      'Die Änderung ließ sich nicht ermitteln: {{reason}}',
    'fields.preview.refused':
      'Die Änderung verletzt diese Regeln und kann nicht vorgeschlagen werden:',
    'fields.preview.title_one':
      'Der Pull Request „{{title}}“ schreibt {{count}} Datei',
    'fields.preview.title_other':
      'Der Pull Request „{{title}}“ schreibt {{count}} Dateien',
    'fields.preview.filesLabel': 'Dateien der Änderung',
    'fields.preview.operation.create': 'neu',
    'fields.preview.operation.update': 'geändert',
    'fields.preview.operation.delete': 'gelöscht',
    'fields.preview.deleted': 'Die Datei wird gelöscht.',
    'fields.preview.notesTitle': 'Für das Review',
    'fields.preview.prunedTitle':
      'Die GitOps-Engine wird aus den Clustern löschen',
    'fields.preview.prunedMore_one': 'und {{count}} weiteres',
    'fields.preview.prunedMore_other': 'und {{count}} weitere',
    'fields.preview.tooLarge':
      'Die Datei ist zu groß, um hier gezeigt zu werden.',
    'fields.preview.diff': 'Änderung von {{path}}',

    'rollouts.title': 'Rollouts',
    'rollouts.description':
      'Änderungen vieler Mandanten einer Umgebung, Welle für Welle. Eine Welle wird vorgeschlagen, sobald die vorige gemergt und gesund ist.',
    'rollouts.loading': 'Rollouts werden geladen',
    'rollouts.emptyTitle': 'Es gibt keinen Rollout',
    'rollouts.emptyDescription':
      'Das Formular „Upgrade Splice in waves“ und ähnliche starten einen.',
    'rollouts.cardTitle': '{{title}} in {{environment}}',
    'rollouts.started': 'Begonnen',
    'rollouts.state.Running': 'Läuft',
    'rollouts.state.Paused': 'Pausiert',
    'rollouts.state.Halted': 'Gestoppt wegen einer Störung',
    'rollouts.state.Stopped': 'Abgebrochen',
    'rollouts.state.Done': 'Abgeschlossen',
    'rollouts.wave': 'Welle {{number}}',
    'rollouts.waveState.Waiting': 'Wartet',
    'rollouts.waveState.Proposed': 'Vorgeschlagen',
    'rollouts.waveState.Merged': 'Gemergt',
    'rollouts.waveState.Healthy': 'Gesund',
    'rollouts.pullRequest': 'Pull Request {{number}}',
    'rollouts.action.pause': 'Pausieren',
    'rollouts.action.resume': 'Fortsetzen',
    'rollouts.action.stop': 'Abbrechen',
    'rollouts.actionFailed': 'Das hat nicht geklappt: {{reason}}',
    'rollouts.stopTitle': 'Diesen Rollout abbrechen?',
    'rollouts.stopDescription':
      'Keine weitere Welle wird vorgeschlagen, und der Rollout lässt sich nicht wieder aufnehmen. Ein offener Pull Request bleibt offen.',
    'rollouts.stopCancel': 'Weiterlaufen lassen',

    'search.resultType': 'Mandanten',
    'search.environments': 'Umgebungen: {{environments}}',
    'search.healthUnknown': 'Der Zustand ließ sich nicht ermitteln.',
  },
});

export default messages;
