// Writes segments_fixture.jsonl: what Twilio's own calculator says about texts that are hard to count.
//
// In an empty folder:
//   npm install sms-segments-calculator@1.3.0
//   node PATH/TO/tests/text/make_segments_fixture.mjs > PATH/TO/tests/text/segments_fixture.jsonl
//
// The texts are drawn from a fixed seed, so a second run writes the same file. All words in them are invented samples.

import { createRequire } from "node:module";

const { SegmentedMessage } = createRequire(process.cwd() + "/")("sms-segments-calculator");

let state = 20261121;
function random() {
  // mulberry32: small, and the same on every machine
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const between = (low, high) => low + below(high - low + 1);
const pick = (list) => list[below(list.length)];
const times = (n, make) => Array.from({ length: n }, make);

const VIETNAMESE = (
  "đăng ký định danh mức hai bà con Cà Roòng Thượng Trạch Dân Hóa thứ tư buổi sáng cán bộ thẻ căn cước " +
  "điện thoại chính chủ nhắn xác nhận huỷ hủy hoà hòa lịch hẹn ngày mai giờ người Ợ Ỹ Đường ƯỚC"
).split(" ");
const PLAIN = "dang ky dinh danh muc 2 ba con Ca Roong thu tu 25/11 7h30-11h (1 co, 2 khong) ok! Goi: 0912345678?".split(" ");
const GSM7 = [..."@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCXYZÄÖÑÜ§¿abcxyzäöñüà"];
const ESCAPED = [..."^{}\\[~]|€\f"];
const NEAR_GSM7 = [..."`ç\t’“”–…\u00a0ÁđĐêôâăơư•₫\u200b\u001b\u0000"];
const CLUSTERS = [
  "😀", "👍", "👍🏽", "👩‍👩‍👧‍👦", "👨‍🌾", "🏳️‍🌈", "❤️", "☎️", "1️⃣", "🇻🇳", "🇱🇦", "🇻🇳🇱🇦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🧑🏿‍🚀", "✊🏾", "🤦🏻‍♀️", "👁️‍🗨️",
  "🧑‍🦰", "🫱🏽", "❤️‍🩹", "👩🏽‍❤️‍👩🏽", "🏴‍☠️", "🐻‍❄️", // joined only after Unicode 10
];
const SCRIPTS = ["ສະບາຍດີ", "ประเทศไทย", "한국어", "\u1112\u1161\u11ab", "नमस्ते", "क्ष", "தமிழ்", "漢字", "Привет", "й", "e\u0301", "ơ\u0306", "\r\n"];

const words = (list, length) => {
  let text = pick(list);
  while (text.length < length) text += " " + pick(list);
  return random() < 0.8 ? text.slice(0, length) : text;
};
const mixed = (lists, length) => {
  let text = "";
  while (text.length < length) text += pick(pick(lists));
  return text;
};
// Pieces that must stay whole, put astride the border after `limit` units once or twice.
const astride = (fill, limit, pieces) => {
  let text = "";
  for (let border = 1, last = pick([1, 1, 1, 2]); border <= last; border++) {
    const upTo = border * limit - below(9);
    while (text.length < upTo) text += pick(fill);
    for (let n = between(1, 4); n > 0; n--) text += pick(pieces);
  }
  return text + times(below(20), () => pick(fill)).join("");
};

const LENGTHS = [1, 20, 60, 66, 67, 68, 69, 70, 71, 100, 133, 134, 135, 140, 152, 153, 154, 159, 160, 161, 200, 201, 202, 305, 306, 307];
const KINDS = [
  [400, () => words(VIETNAMESE, pick(LENGTHS))],
  [200, () => words(VIETNAMESE, pick(LENGTHS)).normalize("NFD")],
  [300, () => words(PLAIN, pick(LENGTHS))],
  [300, () => mixed([GSM7], pick(LENGTHS))],
  [300, () => mixed([GSM7, GSM7, GSM7, ESCAPED], pick(LENGTHS))],
  [600, () => astride(["a", "b", " "], 153, ESCAPED)],
  [200, () => astride(["a", "1", "€"], 80, ESCAPED)],
  [200, () => words(PLAIN, pick(LENGTHS)) + pick(NEAR_GSM7)],
  [200, () => mixed([GSM7, ESCAPED, NEAR_GSM7], pick(LENGTHS))],
  [700, () => astride(["đ", "a", "ế", "€"], 67, CLUSTERS)],
  [350, () => astride(["a", " "], 67, CLUSTERS)],
  [200, () => astride(["ồ", "n"], 67, SCRIPTS)],
  [100, () => mixed([CLUSTERS, SCRIPTS, VIETNAMESE], between(1, 220))],
];

const FIXED = ["", " ", "\n", "\r\n", "\f", "a".repeat(160), "a".repeat(159) + "€", "€".repeat(80), "€".repeat(81), "đ".repeat(70), "đ".repeat(71)];

const texts = new Set(FIXED);
for (const [count, make] of KINDS) for (let n = 0; n < count; n++) texts.add(make());
for (const text of texts) {
  const { encodingName: encoding, segmentsCount: segments } = new SegmentedMessage(text);
  process.stdout.write(JSON.stringify({ text, encoding, segments }) + "\n");
}
