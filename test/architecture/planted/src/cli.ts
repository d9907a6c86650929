import { server } from './sandbox/server.ts';

export const allowed = [server, process.env.DATA_DIR];
