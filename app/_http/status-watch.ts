import { pruneDeliveries } from '@/db/alert-outbox';
import { onChange } from '@/db/changes-feed';
import { database } from '@/db/client';
import { evaluateIndicators } from '@/db/status-history';
import { log } from '@/lib/log';
import { deliverAlerts } from './deliver-alerts';

/** After a write, in milliseconds: several together are one, and whoever saved gets their page first. */
const REST_MS = 2_000;
/** Times what the last evaluation took: while somebody writes without end, it takes a tenth of the time at most. */
const REST_TIMES = 10;
/** Without one: a period may end with a day, and a notification may be lost with its connection. */
const EVERY_MS = 300_000;
/** How often the outbox is looked into for what is to be tried again, or what another instance left. */
const OUTBOX_MS = 15_000;

let waiting: NodeJS.Timeout | undefined;
let running = false;
let again = false;
let tookMs = 0;

async function evaluate(): Promise<void> {
  waiting = undefined;
  again = running;
  if (running) return;
  running = true;
  const begun = performance.now();
  try {
    const changes = await evaluateIndicators(database());
    if (changes > 0) {
      log.info({ part: 'indicators', changes }, 'statuses changed');
      void deliver();
    }
  } catch (error) {
    // The next write or tick tries again: nothing is lost by that, since it compares with what was stored.
    log.error({ err: error, part: 'indicators' }, 'statuses could not be evaluated');
  } finally {
    running = false;
    tookMs = performance.now() - begun;
    if (again) soon();
  }
}

function soon(): void {
  waiting ??= setTimeout(() => void evaluate(), Math.max(REST_MS, REST_TIMES * tookMs)).unref();
}

let delivering = false;

async function deliver(): Promise<void> {
  if (delivering) return;
  delivering = true;
  try {
    await deliverAlerts(database());
  } catch (error) {
    log.error({ err: error, part: 'alerts' }, 'alerts could not be sent');
  } finally {
    delivering = false;
  }
}

async function prune(): Promise<void> {
  await pruneDeliveries(database()).catch((error: unknown) => {
    log.error({ err: error, part: 'alerts' }, 'the delivery log could not be pruned');
  });
}

/** Stores changes of status as they come: after each write by any instance, and as days pass, and tells who asked. For as long as the process. */
export function watchStatuses(): void {
  onChange(database(), soon);
  setInterval(soon, EVERY_MS).unref();
  setInterval(() => void deliver(), OUTBOX_MS).unref();
  setInterval(() => void prune(), EVERY_MS).unref();
  soon();
}
