// The queues there are. Retries back off; a job that keeps failing stays visible as failed and is never dropped in silence.
// A worker says every few seconds that it lives: what was in the hands of one that was killed is taken up by the next.
const whileAlive = { heartbeatSeconds: 15, retryBackoff: true } as const;
const hour = 3600;

export const queues = {
  'access.recovery_asked': { ...whileAlive, retryLimit: 8, retryDelay: 5, expireInSeconds: hour },
  'access.spent_keys': { ...whileAlive, retryLimit: 2, retryDelay: 60, expireInSeconds: hour },
  'messages.event': { ...whileAlive, retryLimit: 8, retryDelay: 2, expireInSeconds: hour },
  'messages.mail': { ...whileAlive, retryLimit: 12, retryDelay: 5, expireInSeconds: hour },
  'audit.checkpoint': { ...whileAlive, retryLimit: 3, retryDelay: 60, expireInSeconds: hour },
  'privacy.night': { ...whileAlive, retryLimit: 3, retryDelay: 60, expireInSeconds: hour },
  'privacy.retention': { ...whileAlive, retryLimit: 3, retryDelay: 300, expireInSeconds: 3 * hour },
  'privacy.sweep': { ...whileAlive, retryLimit: 5, retryDelay: 10, expireInSeconds: hour },
  'interchange.job': { ...whileAlive, retryLimit: 2, retryDelay: 1, expireInSeconds: 12 * hour },
} as const;

export type QueueName = keyof typeof queues;
