import QRCode from 'qrcode';

/** A QR code of a link as a PNG, with room for a phone's camera at arm's length. */
export const makeQrCode = (link: string): Promise<Buffer> =>
  QRCode.toBuffer(link, { errorCorrectionLevel: 'M', margin: 2, width: 420 });
