/** The roads by which messages reach people and machines: e-mail and webhooks. */
export { smtpBezorger } from './smtp.ts';
export type { SmtpOptions } from './smtp.ts';
export { webhookBezorger } from './webhook.ts';
export type { WebhookOptions } from './webhook.ts';
