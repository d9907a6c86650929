export { server } from './sandbox/server.ts';
