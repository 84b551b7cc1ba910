// Prints the SHA-256 over a line "GREGORIAN JALALI" for every day of the Jalali years 1300 to 1500, as the ICU of Node knows them:
//   node tests/data/jalali_digest.mjs
// The test in src/calendar/jalali.rs computes the same lines with the program's own conversion.
import { createHash } from "node:crypto";

const persian = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  timeZone: "UTC",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
const hash = createHash("sha256");
let days = 0;
for (let time = Date.UTC(1921, 2, 21); ; time += 86_400_000) {
  const parts = Object.fromEntries(persian.formatToParts(time).map(({ type, value }) => [type, value]));
  if (Number(parts.year) > 1500) break;
  hash.update(`${new Date(time).toISOString().slice(0, 10)} ${parts.year}-${parts.month}-${parts.day}\n`);
  days += 1;
}
console.log(days, hash.digest("hex"));
