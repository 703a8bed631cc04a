// Runs in the measured process: Node built-ins only, and nothing kept between calls except the word lists.
/** Grammar words, the most frequent first. */
const GRAMMAR_WORDS = `the of and to a in is that for it was on with as by at from this be are or an which have had not but were their has
  his her they one all there would we who been will when more no if out so said what up its about into than them can
  only other time new some could these two may then do first any my now such like our over even most after also made
  many before must through back where much your way well down should because each just those how too little very make
  still own work both between never under while here another again might`.split(/\s+/);
/** Words that carry the meaning, the most frequent first. */
const CONTENT_WORDS = `year people system report city water company state house school number part place case week
  government group problem market night point home room fact month study book job word business issue side kind head
  service friend father power hour game line member law car community name president team minute idea body information
  level office door health person art war history party result change morning reason research moment air teacher force
  education foot boy age policy process music sense nation plan college interest death experience effect use class
  control field development role effort rate heart drug show leader light voice wife police mind price decision son
  view relationship town road arm difference value building action model season society tax director position player
  record paper space ground form event official matter center couple site project activity star table need court oil
  situation cost industry figure street image phone data picture practice piece land product doctor wall patient worker
  news test movie north love river harbour garden engine letter bridge winter summer kitchen window memory document
  query vector index server network pipeline storage cluster sensor algorithm latency throughput allocator tokenizer
  retrieval embedding warehouse shipment invoice contract insurance customer supplier delivery inventory schedule
  maintenance inspection temperature pressure chemistry biology physics geology archaeology philosophy literature
  orchestra museum cathedral monastery lighthouse fisherman carpenter blacksmith watchmaker apprentice merchant
  parliament ministry committee treaty amendment election candidate referendum budget deficit inflation currency
  mortgage dividend shareholder bankruptcy settlement verdict testimony witness prosecutor defendant magistrate
  find give tell call try ask feel become leave put mean keep let begin seem help talk turn start run move live
  believe hold bring happen write provide sit stand lose pay meet include continue set learn lead understand watch
  follow stop create speak read allow add spend grow open walk win offer remember consider appear buy wait serve die
  send expect build stay fall cut reach kill remain suggest raise pass sell require decide pull measured compared
  recovered transferred reconsidered overestimated refurbished negotiated synchronized
  good great high small large national young different black long important political bad white real best right social
  public sure low early able human local late hard major better economic strong possible whole free military true
  federal international full special easy clear recent certain personal red difficult available likely short single
  medical current wrong private past foreign fine common poor natural significant similar hot dead central happy
  serious ready simple left physical general environmental financial blue democratic dark various entire close legal
  religious cold final main green nice huge popular traditional cultural unpredictable waterlogged windswept
  quietly slowly rapidly eventually deliberately reluctantly inadvertently meticulously`.split(/\s+/);
const GIVEN_NAMES = `Amelia Bogdan Chiara Dmitri Eleanor Farouk Greta Hiroshi Ingrid Joaquin Katarzyna Lorenzo Margaret
  Nikolai Odette Priyanka Quentin Rosalind Stefan Tomasz Ursula Vincent Winifred Yusuf Zoltan`.split(/\s+/);
const FAMILY_NAMES = `Abernathy Bergstrom Castellano Dubois Eriksen Fitzgerald Grabowski Hashimoto Ivanova Jankowski
  Kowalczyk Lindqvist Montgomery Nakamura Okonkwo Petrov Quintero Ramaswamy Schneider Tanaka Underwood Villanueva
  Whitaker Yamamoto Zimmermann`.split(/\s+/);
/** Mulberry32 (Tommy Ettinger, 2017, public domain): 32 bits of state, passes gjrand's tests. */
function mulberry32(seed) {
    let state = seed | 0;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
function pick(words, random) {
    return words[Math.floor(random() * words.length)] ?? '';
}
/**
 * Zipf-Mandelbrot with exponent 1 and shift 2.7 (Mandelbrot 1953): P(rank) ~ 1 / (rank + 2.7). Drawn by inverting the
 * integral of the density, which for exponent 1 is geometric interpolation between the ends.
 */
function pickByRank(words, random) {
    const shift = 2.7;
    const rank = shift * ((words.length + shift) / shift) ** random() - shift;
    return words[Math.min(words.length - 1, Math.floor(rank))] ?? '';
}
function number(random) {
    const kind = random();
    if (kind < 0.35)
        return String(1850 + Math.floor(random() * 180));
    if (kind < 0.7)
        return String(2 + Math.floor(random() * 97));
    if (kind < 0.85)
        return `${(random() * 100).toFixed(1)} percent`;
    return `${1 + Math.floor(random() * 98)},${String(Math.floor(random() * 1000)).padStart(3, '0')}`;
}
function sentence(random) {
    const length = 5 + Math.floor((random() + random()) * 11);
    let text = '';
    let previous = '';
    let afterGrammar = false;
    for (let position = 0; position < length; position++) {
        const kind = random();
        let word;
        if (kind < 0.035) {
            word = `${pick(GIVEN_NAMES, random)} ${pick(FAMILY_NAMES, random)}`;
            afterGrammar = false;
        }
        else if (kind < 0.065) {
            word = number(random);
            afterGrammar = false;
        }
        else {
            afterGrammar = random() < (afterGrammar ? 0.2 : 0.65);
            const words = afterGrammar ? GRAMMAR_WORDS : CONTENT_WORDS;
            do
                word = pickByRank(words, random);
            while (word === previous);
        }
        if (position === 0)
            text = word.charAt(0).toUpperCase() + word.slice(1);
        else
            text += (position < length - 2 && random() < 0.09 ? ', ' : ' ') + word;
        previous = word;
    }
    return text + (random() < 0.06 ? '?' : '.');
}
/** Prose-like text of exactly `bytes` ASCII bytes; the same `seed` gives the same text. */
export function generateText(bytes, seed) {
    if (!Number.isSafeInteger(bytes) || bytes < 0)
        throw new RangeError(`a text cannot have ${bytes} bytes`);
    const random = mulberry32(seed);
    const pieces = [];
    let missing = bytes;
    let untilParagraph = 0;
    while (missing > 0) {
        if (untilParagraph === 0)
            untilParagraph = 3 + Math.floor(random() * 6);
        untilParagraph--;
        // The last piece is cut, not the whole text: V8 would keep the longer text alive behind a slice.
        const piece = (sentence(random) + (untilParagraph === 0 ? '\n\n' : ' ')).slice(0, missing);
        pieces.push(piece);
        missing -= piece.length;
    }
    return pieces.join('');
}
/** A unit vector in a uniformly random direction; the same `seed` gives the same vector. */
export function generateVector(dimensions, seed) {
    if (!Number.isSafeInteger(dimensions) || dimensions < 1) {
        throw new RangeError(`a vector cannot have ${dimensions} dimensions`);
    }
    const random = mulberry32(seed);
    // Normal coordinates (Box and Muller 1958) make every direction equally likely; uniform ones favour the corners.
    const vector = Array.from({ length: dimensions }, () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
    const norm = Math.hypot(...vector);
    return vector.map((coordinate) => coordinate / norm);
}
//# sourceMappingURL=generate.js.map