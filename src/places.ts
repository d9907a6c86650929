import { join } from 'node:path';
import type { Config } from './config.ts';

/** Where everything of the sandbox is kept, apart from a real installation. */
export const sandboxFolder = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'sandbox');

/** The folder of the embedded database. */
export const databaseFolder = (config: Pick<Config, 'dataDir' | 'mode'>): string =>
  join(config.mode === 'sandbox' ? sandboxFolder(config) : config.dataDir, 'db');
