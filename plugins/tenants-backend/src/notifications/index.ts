export * from './DatabaseIncidentStore';
export * from './Notifier';
export * from './NotificationSettings';
