import { badRequest } from '../api-error.ts';
import type { CallFields, UploadedFile } from '../call-fields.ts';
import { readImageSize } from '../image-size.ts';
import { readCaption } from '../message-text.ts';
import type { StoredFile } from '../state.ts';
import type { MessageContent, PhotoSize, TelegramDocument } from '../telegram-types.ts';
import type { SandboxWorld } from '../world.ts';

const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
const MAX_PHOTO_SIDES = 10_000;
const MAX_PHOTO_RATIO = 20;

export type MediaKind = 'photo' | 'document';

/** The picture or document of a call (uploaded, or known by its file id) with its caption. */
export async function readMedia(
  world: SandboxWorld,
  fields: CallFields,
  kind: MediaKind,
  fieldName: string = kind,
): Promise<MessageContent> {
  const caption = captionContent(fields);
  const upload = fields.file(fieldName);
  if (upload) return { ...(await storeMedia(world, upload, kind)), ...caption };
  const reference = fields.text(fieldName) ?? '';
  if (reference === '') throw badRequest(`there is no ${kind} in the request`);
  return { ...findMedia(world, reference, kind), ...caption };
}

/** The caption of a call as message content; empty when there is none. */
export function captionContent(fields: CallFields): MessageContent {
  const caption = readCaption(fields);
  if (!caption) return {};
  const { text, entities } = caption;
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

/** Keeps an uploaded file and describes it as Telegram does. @throws ApiError 400 for an empty file or a bad picture. */
export async function storeMedia(
  world: SandboxWorld,
  upload: UploadedFile,
  kind: MediaKind,
): Promise<MessageContent> {
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  if (kind === 'document') return { document: documentOf(await world.files.save(upload, 'documents')) };
  const size = checkPhoto(upload.bytes);
  const file = await world.files.save(upload, 'photos');
  return { photo: [{ ...photoOf(file), ...size }] };
}

function checkPhoto(bytes: Buffer) {
  if (bytes.length > MAX_PHOTO_BYTES) throw badRequest('file is too big');
  const size = readImageSize(bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  if (width + height > MAX_PHOTO_SIDES || ratio > MAX_PHOTO_RATIO)
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return size;
}

function findMedia(world: SandboxWorld, reference: string, kind: MediaKind): MessageContent {
  // Telegram would fetch an address; the sandbox works without any network.
  if (/^https?:/i.test(reference)) throw badRequest('failed to get HTTP URL content');
  const file = world.files.find(reference);
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
  if (kind === 'document') return { document: documentOf(file) };
  const photo = knownPhoto(world, file.fileId);
  if (!photo) throw badRequest("can't use file of type Document as Photo");
  return { photo: [photo] };
}

function knownPhoto(world: SandboxWorld, fileId: string): PhotoSize | undefined {
  for (const messages of world.store.state.messages.values()) {
    for (const message of messages.values()) {
      const photo = message.photo?.find((size) => size.file_id === fileId);
      if (photo) return photo;
    }
  }
  return undefined;
}

function documentOf(file: StoredFile): TelegramDocument {
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_name: file.name,
    mime_type: file.mimeType,
    file_size: file.size,
  };
}

function photoOf(file: StoredFile) {
  return { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size };
}
