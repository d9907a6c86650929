/** TCVN3 letters (fonts ".Vn…"): before Unicode, Vietnamese was typed with these Latin-1 characters. */
const TCVN3_LETTERS: Readonly<Record<string, string>> = {
  µ: 'à',
  '¸': 'á',
  '¶': 'ả',
  '·': 'ã',
  '¹': 'ạ',
  '¨': 'ă',
  '»': 'ằ',
  '¾': 'ắ',
  '¼': 'ẳ',
  '½': 'ẵ',
  Æ: 'ặ',
  '©': 'â',
  Ç: 'ầ',
  Ê: 'ấ',
  È: 'ẩ',
  É: 'ẫ',
  Ë: 'ậ',
  '®': 'đ',
  Ì: 'è',
  Ð: 'é',
  Î: 'ẻ',
  Ï: 'ẽ',
  Ñ: 'ẹ',
  ª: 'ê',
  Ò: 'ề',
  Õ: 'ế',
  Ó: 'ể',
  Ô: 'ễ',
  Ö: 'ệ',
  '×': 'ì',
  Ý: 'í',
  Ø: 'ỉ',
  Ü: 'ĩ',
  Þ: 'ị',
  ß: 'ò',
  ã: 'ó',
  á: 'ỏ',
  â: 'õ',
  ä: 'ọ',
  '«': 'ô',
  å: 'ồ',
  è: 'ố',
  æ: 'ổ',
  ç: 'ỗ',
  é: 'ộ',
  '¬': 'ơ',
  ê: 'ờ',
  í: 'ớ',
  ë: 'ở',
  ì: 'ỡ',
  î: 'ợ',
  ï: 'ù',
  ó: 'ú',
  ñ: 'ủ',
  ò: 'ũ',
  ô: 'ụ',
  '\u00AD': 'ư',
  õ: 'ừ',
  ø: 'ứ',
  ö: 'ử',
  '÷': 'ữ',
  ù: 'ự',
  ú: 'ỳ',
  ý: 'ý',
  û: 'ỷ',
  ü: 'ỹ',
  þ: 'ỵ',
  '¡': 'Ă',
  '¢': 'Â',
  '§': 'Đ',
  '£': 'Ê',
  '¤': 'Ô',
  '¥': 'Ơ',
  '¦': 'Ư',
};

const UNICODE_VIETNAMESE = /[\u1EA0-\u1EF9ăđơưĂĐƠƯ]/;
const TELLTALE = /[µ¸¹¾¼½ÆËªÖÞßåæ¬ëîïñö\u00ADøþ¦]/;

/**
 * Text typed in a pre-Unicode ".Vn…" font as Unicode ("Së Khoa häc" → "Sở Khoa học"); other text unchanged.
 * Without the font's word, only letters that no Vietnamese text holds betray it.
 */
export function decodeLegacyText(text: string, fontName: string | undefined): string {
  const isLegacyFont = fontName?.startsWith('.Vn') ?? false;
  if (UNICODE_VIETNAMESE.test(text) || !(isLegacyFont || TELLTALE.test(text))) return text;
  const decoded = text.replace(/[\u0080-\u00FF]/g, (letter) => TCVN3_LETTERS[letter] ?? letter);
  // Fonts whose name ends in H draw small letters as capitals.
  return isLegacyFont && fontName?.endsWith('H') ? decoded.toUpperCase() : decoded;
}
