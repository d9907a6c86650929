import { env } from 'node:process';

export const ports = [env.HTTP_PORT, process.env.PORT];
