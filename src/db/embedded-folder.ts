import { chmod, link, mkdir, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join, relative, resolve } from 'node:path';

const SOCKET_NAME = 'holder.sock';
/** The longest path that a Unix socket takes on every system. */
const LONGEST_PATH = 100;

/** Another process has the folder open. */
class FolderHeld extends Error {
  override name = 'FolderHeld';
}

/** A request that was sent to the holder of a folder, and its answer: any JSON. */
export type AnswerRequest = (request: unknown) => Promise<unknown>;

export interface HeldFolder {
  /** Lets requests be answered; until then they wait. */
  serve: (answer: AnswerRequest) => void;
  release(): Promise<void>;
}

/**
 * Holds a folder for this process by a local socket in it that only its owner may open. A socket that outlived its
 * process is recognised by nobody answering and is taken over, so there are no stale locks to remove by hand.
 * @throws FolderHeld while another process lives there
 */
export async function holdFolder(folder: string): Promise<HeldFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = socketPath(folder);
  let ready: (answer: AnswerRequest) => void = () => {};
  const answer = new Promise<AnswerRequest>((resolveAnswer) => {
    ready = resolveAnswer;
  });
  // Half-open: a client ends its side once its request is whole, and then reads the answer.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    // A client that goes away in the middle concerns nobody else.
    answer.then((respond) => answerOn(socket, respond)).catch(() => socket.destroy());
  });
  const own = `${path}.${process.pid}`;
  await rm(own, { force: true });
  await listen(server, own);
  await chmod(own, 0o600);
  await takePlace(own, path, folder);
  await rm(own, { force: true });
  return {
    serve: ready,
    release: async () => {
      await rm(path, { force: true });
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

/** Puts our listening socket in its place. Linking fails when somebody is there, so of two only one gets it. */
async function takePlace(own: string, path: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await link(own, path);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    // A living holder is never moved: in between, a third process would find the place empty.
    if (await isAnswered(path)) return refuse(own, folder);
    const aside = `${path}.old.${process.pid}`;
    await rename(path, aside).catch(() => {});
    if (await isAnswered(aside)) {
      // Somebody lives there after all: back it goes.
      await link(aside, path).catch(() => {});
      await rm(aside, { force: true });
      return refuse(own, folder);
    }
    await rm(aside, { force: true });
  }
  throw new FolderHeld(`The folder ${folder} is being taken by another process; start again`);
}

async function refuse(own: string, folder: string): Promise<never> {
  await rm(own, { force: true });
  throw new FolderHeld(`Another process holds ${folder}: stop it, or set DATA_DIR to another folder`);
}

/** Sends a request to the process that holds a folder; `null` when nobody does. */
export async function askHolder(folder: string, request: unknown): Promise<{ answer: unknown } | null> {
  const socket = await open(socketPath(folder));
  if (socket === null) return null;
  socket.end(JSON.stringify(request));
  return { answer: JSON.parse(await readAll(socket)) };
}

async function answerOn(socket: Socket, respond: AnswerRequest): Promise<void> {
  socket.on('error', () => socket.destroy());
  const request: unknown = JSON.parse(await readAll(socket));
  socket.end(JSON.stringify(await respond(request)));
}

/** A relative path where that is the shorter one: socket paths are limited. */
function socketPath(folder: string): string {
  const absolute = resolve(folder, SOCKET_NAME);
  const fromHere = join(relative(process.cwd(), resolve(folder)), SOCKET_NAME);
  const path = fromHere.length < absolute.length ? fromHere : absolute;
  if (path.length > LONGEST_PATH)
    throw new Error(`The path ${absolute} is too long for a socket: set a shorter DATA_DIR`);
  return path;
}

/** Everything until the other side ends. Not by iteration, which would close our own side too. */
function readAll(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('end', () => done(Buffer.concat(chunks).toString('utf8')));
    socket.once('error', fail);
  });
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(path, done);
  });
}

async function isAnswered(path: string): Promise<boolean> {
  const socket = await open(path);
  socket?.destroy();
  return socket !== null;
}

/** How a connection fails when nobody listens. Any other failure, such as a full queue, proves nothing. */
const NOBODY_THERE = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK']);

function open(path: string): Promise<Socket | null> {
  return new Promise((done, fail) => {
    const socket = connect({ path, allowHalfOpen: true });
    socket.once('connect', () => done(socket));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      NOBODY_THERE.has(error.code ?? '') ? done(null) : fail(error),
    );
  });
}
