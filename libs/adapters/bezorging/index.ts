/** The roads by which messages reach people and machines: e-mail and webhooks. */
export { smtpBezorger } from './smtp.ts';
export { webhookBezorger } from './webhook.ts';
