// Untrusted text is set as textContent only, never as markup.
const SVG = 'http://www.w3.org/2000/svg';
const MAX_PREFIXES = 200;
const MAX_SHOWN = 6;
const COLOURS = 8;
const STOPS = 5;
const TIMEOUT_MS = 8000;
const byId = (id) => document.getElementById(id);
const whole = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function shape(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

async function ask(path, options = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(path, { ...options, signal: stop.signal });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

function pairs(list, entries) {
  list.replaceChildren(
    ...entries.flatMap(([name, value]) => [element('dt', '', name), element('dd', '', value)]));
}

function millis(value) {
  if (value === undefined) return '–';
  return value >= 1000 ? `${short.format(value / 1000)} s` : `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
}

// Labels of any model. The colour of a label follows its index; its name is always shown too.

let card = { task: 'binary', labels: ['NEGATIVE', 'POSITIVE'] };
const cards = new Map();

// Runs an action with the labels of the model of a route.
function withRoute(route, action) {
  const before = card;
  card = cards.get(route) ?? card;
  try {
    return action();
  } finally {
    card = before;
  }
}

function colour(label) {
  const index = card.labels.indexOf(label);
  if (index < 0) return 'plain';
  return card.task === 'nominal' ? `hue-${index % COLOURS}`
    : `stop-${Math.round((STOPS - 1) * index / (card.labels.length - 1))}`;
}

function named(label) {
  return ['NEGATIVE', 'POSITIVE'].includes(label) ? label.toLowerCase() : label;
}

const REASONS = {
  LOW_CONFIDENCE: 'low confidence',
  OUT_OF_VOCABULARY: 'unknown words',
  UNSUPPORTED_LANGUAGE: 'unsupported language',
};

function reason(name) {
  return REASONS[name] ?? name.toLowerCase().replaceAll('_', ' ');
}

// Shows a value of each label as a bar: few labels in their order, of many labels the largest values.
function showBars(list, values, print) {
  const total = values.reduce((sum, [, value]) => sum + value, 0);
  const few = card.labels.length <= MAX_SHOWN + 1;
  const shown = few ? card.labels.map((label) => [label, values.find((each) => each[0] === label)?.[1] ?? 0])
    : values.filter(([label, value]) => value > 0 && card.labels.includes(label)).sort((a, b) => b[1] - a[1]).slice(0, MAX_SHOWN);
  const listed = shown.reduce((sum, [, value]) => sum + value, 0);
  const others = card.labels.length - shown.length;
  const rows = others > 0 ? [...shown, [null, Math.max(0, total - listed)]] : shown;
  const largest = Math.max(...shown.map(([, value]) => value), 1e-9);
  list.replaceChildren(...rows.flatMap(([label, value]) => {
    const bar = shape('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
    if (label !== null) bar.append(shape('rect', { class: `fill ${colour(label)}`, width: 100 * value / largest, height: 10 }));
    const made = element('dd');
    made.append(bar, element('span', '', print(value, total)));
    return [element('dt', label === null ? '' : colour(label), label === null ? `${others} other labels` : named(label)), made];
  }));
}

// Status of the instance.

function showNow(now) {
  byId('state').textContent = now.state === 'RUNNING' ? 'running' : now.state.toLowerCase();
  byId('state').className = now.state === 'RUNNING' ? 'chip good' : 'chip bad';
  byId('group').textContent = `${now.applicationId}, ${now.version}`;
  byId('rate').textContent = now.scored.perSecond === undefined ? '–' : short.format(now.scored.perSecond);
  byId('total').textContent = whole.format(now.scored.total);
  byId('lag').textContent = now.lag === undefined ? '–' : whole.format(now.lag);
  showBars(byId('labels'), Object.entries(now.scored.byLabel),
    (count, total) => `${whole.format(count)}${total > 0 ? `, ${short.format(100 * count / total)} %` : ''}`);
  pairs(byId('abstained'), Object.entries(now.scored.abstained)
    .filter(([, count]) => count > 0).map(([name, count]) => [`no label: ${reason(name)}`, whole.format(count)]));
  for (const [prefix, latency] of [['scoring', now.latency.scoring], ['end', now.latency.endToEnd]]) {
    byId(`${prefix}-p50`).textContent = millis(latency.p50);
    byId(`${prefix}-p99`).textContent = millis(latency.p99);
  }
  byId('dead').textContent = whole.format(now.deadLetters.total);
  pairs(byId('reasons'), Object.entries(now.deadLetters.byReason)
    .map(([reason, count]) => [reason, whole.format(count)]));
  const oldest = now.deadLetters.oldestAgeSeconds;
  byId('oldest').textContent = oldest > 0 ? `Age of the oldest: ${whole.format(Math.round(oldest))} s` : '';
  showSeconds(now.scored.eachSecond);
  showHistogram(now.scores.feature, now.scores.counts);
  showLatest(now.latest);
}

function showSeconds(counts) {
  const max = Math.max(1, ...counts);
  byId('seconds').replaceChildren(...counts.map((count, i) => {
    const height = Math.max(count > 0 ? 2 : 0, 78 * count / max);
    return shape('rect', { class: 'bar up', x: 600 - 10 * (counts.length - i), y: 80 - height, width: 8, height });
  }));
}

function barColour(feature, bin) {
  if (feature !== 'score') return 'up';
  return card.task === 'ordered' ? `fill stop-${Math.floor(bin / 2)}` : bin < 5 ? 'down' : 'up';
}

function showHistogram(feature, bins) {
  const max = Math.max(1, ...bins);
  const total = bins.reduce((sum, count) => sum + count, 0);
  const things = feature === 'score' ? 'scores' : 'largest probabilities';
  byId('histogram-title').textContent = total === 0 ? `No ${things} in the last minute`
    : `Histogram of ${total} ${things} in the last minute, ten bins from 0 to 1: ${bins.join(', ')}`;
  const bars = bins.map((count, i) => {
    const height = Math.max(count > 0 ? 2 : 0, 205 * count / max);
    return shape('rect', { class: `bar ${barColour(feature, i)}`, x: 60 * i + 3, y: 238 - height, width: 54, height });
  });
  const counted = bins.map((count, i) => count === 0 ? null
    : shape('text', { class: 'mark', x: 60 * i + 30, y: 238 - Math.max(2, 205 * count / max) - 8, 'text-anchor': 'middle' }, count));
  byId('histogram').replaceChildren(byId('histogram-title'), ...bars, ...counted.filter(Boolean),
    shape('line', { class: 'grid', x1: 0, x2: 600, y1: 239, y2: 239 }));
}

function showLatest(latest) {
  byId('latest').replaceChildren(...latest.map((each) => withRoute(each.route, () => {
    const row = element('tr');
    row.append(
      element('td', '', each.scoredAt.slice(11, 19)),
      element('td', '', (card.task === 'nominal' ? each.confidence : each.score)?.toFixed(4) ?? '–'),
      each.label === undefined ? element('td', 'quiet', `none: ${reason(each.abstained)}`)
        : element('td', colour(each.label), named(each.label)),
      element('td', '', each.outOfVocabulary > 0 ? `${each.tokens} (${each.outOfVocabulary} unknown)` : each.tokens),
      element('td', 'text', each.text === undefined ? '' : each.text));
    return row;
  })));
  byId('no-texts').hidden = latest.length === 0 || latest[0].text !== undefined;
}

function layerName(layer) {
  const cell = layer.cell ?? layer;
  const size = cell.units ?? (cell.outputDim ? `${whole.format(cell.inputDim)} × ${cell.outputDim}` : '');
  return `${layer.cell ? `${layer.type} ` : ''}${cell.type}${size === '' ? '' : ` ${size}`}`;
}

function sentence(labels) {
  return labels.length <= 12 ? labels.map(named).join(', ')
    : `${labels.length}: ${labels.slice(0, 10).join(', ')}, …`;
}

function rules({ band, confidence, unknownShare }) {
  return [
    ...(band ? [`scores from ${band.map((end) => end.toFixed(4)).join(' to ')}`] : []),
    ...(confidence === undefined ? [] : [`probability below ${confidence.toFixed(4)}`]),
    unknownShare === undefined ? 'no known word' : `more than ${short.format(100 * unknownShare)} % unknown words`,
  ].join('; ');
}

// Several models with the same labels look like one; otherwise all labels are shown without an order.
function combined(loaded) {
  const sets = new Set(loaded.map((each) => each.labels.join('\n')));
  return sets.size === 1 ? loaded[0]
    : { ...loaded[0], task: 'nominal', labels: [...new Set(loaded.flatMap((each) => each.labels))] };
}

async function showModels() {
  const main = await ask('/v1/model');
  const others = main.routes.filter(({ route }) => route !== main.route);
  const all = [main, ...await Promise.all(others.map(({ route }) => ask(`/v1/model/${route}`)))];
  all.forEach((each) => cards.set(each.route, each));
  card = combined(all);
  showScale();
  byId('model-title').textContent = all.length === 1 ? 'Model' : 'Models';
  pairs(byId('model'), all.flatMap((each) => [
    ...(all.length === 1 ? [] : [['route', each.route === '*' ? 'all other texts' : each.route]]),
    ...facts(each),
  ]));
}

function showScale() {
  const nominal = card.task === 'nominal';
  byId('scores-title').firstChild.textContent = nominal ? 'Confidence ' : 'Scores ';
  byId('value').textContent = nominal ? 'Confidence' : 'Score';
  byId('from').textContent = nominal ? '0' : `0: ${named(card.labels[0])}`;
  byId('to').textContent = nominal ? '1' : `1: ${named(card.labels[card.labels.length - 1])}`;
}

function facts(of) {
  const measured = Object.entries(of.quality).map(([split, quality]) => [`accuracy, ${split}`,
    `${quality.accuracy.toFixed(4)} on ${whole.format(quality.examples)} texts: ${quality.data}`]);
  return [
    ['name', `${of.name} ${of.version}`],
    ['created', of.createdAt],
    ['network', of.layers.map(layerName).join(' → ')],
    ['input', `at most ${whole.format(of.maxLength)} tokens; vocabulary of ${whole.format(of.vocabulary)}`],
    ['labels', `${of.task}; ${sentence(of.labels)}${of.threshold === undefined ? '' : `; ${named(of.labels[1])} from ${of.threshold}`}`],
    ...(of.languages.length > 0 ? [['languages', of.languages.join(', ')]] : []),
    ['no label', rules(of.abstain)],
    ...measured,
    ['SHA-256', of.sha256],
  ];
}

let looking = false;
async function look() {
  if (looking || document.hidden) return;
  looking = true;
  try {
    showNow(await ask('/v1/status'));
  } catch {
    byId('state').textContent = 'no response';
    byId('state').className = 'chip bad';
  } finally {
    looking = false;
  }
}

// Score of a typed text.

let asked = 0;
async function score() {
  const text = byId('text').value;
  const mine = ++asked;
  if (text.trim() === '') {
    byId('verdict').textContent = '';
    byId('odds').replaceChildren();
    byId('moves').hidden = true;
    return;
  }
  try {
    const answer = await ask('/v1/score', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text, prefixes: MAX_PREFIXES }),
    });
    if (mine === asked) withRoute(answer.model?.route, () => showScore(answer, text));
  } catch (failure) {
    if (mine !== asked) return;
    byId('odds').replaceChildren();
    byId('verdict').textContent = `No score: ${failure.message || 'The application does not respond. Try again.'}`;
  }
}

// The verdict of two labels begins with the score, that of more with the label.
function verdict({ label, abstained, score, probabilities }) {
  const position = score === null || card.task === 'binary' ? '' : `, score ${score.toFixed(4)}`;
  if (label === null) {
    const found = score === null || card.task !== 'binary' ? position : `${score.toFixed(4)}, `;
    return card.task === 'binary' ? [`${found}no label: ${reason(abstained)}`] : [`No label: ${reason(abstained)}${found}`];
  }
  if (card.task === 'binary') return [element('strong', colour(label), score.toFixed(4)), ` ${named(label)}`];
  const own = probabilities.find((each) => each.label === label).probability;
  return [element('strong', colour(label), named(label)), ` ${own.toFixed(4)}${position}`];
}

function showScore(answer, text) {
  const { count, outOfVocabulary, truncated } = answer.tokens ?? {};
  byId('verdict').replaceChildren(
    ...verdict(answer),
    (answer.language === null ? '' : ` (${answer.language})`)
      + (count === undefined ? '' : `, ${count} tokens`)
      + (outOfVocabulary > 0 ? `, ${outOfVocabulary} unknown` : '')
      + (truncated > 0 ? `, ${truncated} truncated` : '') + '.');
  if (answer.probabilities.length > 2) {
    showBars(byId('odds'), answer.probabilities.map(({ label, probability }) => [label, probability]), (value) => value.toFixed(4));
  } else {
    byId('odds').replaceChildren();
  }
  const typed = (words) => words.map((word) => ({ ...word, typed: text.slice(word.from, word.to) }));
  const steps = answer.prefixes.map((prefix, i) => {
    const before = i === 0 ? { tokens: 0, probability: 1 / card.labels.length } : answer.prefixes[i - 1];
    return {
      end: prefix.tokens,
      score: prefix.probability,
      change: prefix.probability - before.probability,
      words: typed(answer.words.slice(before.tokens, prefix.tokens)),
    };
  });
  const what = card.task === 'binary' ? 'Score' : `Probability of ${named(answer.prefixLabel ?? '')}`;
  byId('moves').hidden = answer.words.length === 0;
  byId('curve').hidden = steps.length === 0;
  byId('moves-title').textContent = steps.length === 0 ? 'Words' : `${what} by word`;
  byId('raised').textContent = card.task === 'binary' ? 'score' : 'probability';
  showChart(steps, what);
  showWords(steps.length === 0 ? [{ change: 0, words: typed(answer.words) }] : steps);
  byId('steps').replaceChildren(...steps.map((step, i) => {
    const row = element('tr');
    row.append(
      element('td', '', step.end),
      element('td', 'text', step.words.map((word) => word.typed).join(' ')),
      element('td', '', step.score.toFixed(4)),
      element('td', '', i === 0 ? '' : (step.change < 0 ? '−' : '+') + Math.abs(step.change).toFixed(4)));
    return row;
  }));
}

const LEFT = 45, RIGHT = 985, TOP = 12, BOTTOM = 208;

function place(steps, i) {
  const x = steps.length === 1 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * i / (steps.length - 1);
  return [x, BOTTOM - (BOTTOM - TOP) * steps[i].score];
}

function showChart(steps, what) {
  const title = byId('chart-title');
  title.textContent = steps.length === 0 ? '' : `${what} after each of ${steps.length} prefixes, from ${steps[0].score.toFixed(2)} `
    + `to ${steps[steps.length - 1].score.toFixed(2)}`;
  const marks = [0, 0.5, 1].flatMap((value) => {
    const y = BOTTOM - (BOTTOM - TOP) * value;
    return [
      shape('line', { class: value === 0.5 ? 'half' : 'grid', x1: LEFT, x2: RIGHT, y1: y, y2: y }),
      shape('text', { class: 'mark', x: LEFT - 8, y: y + 5, 'text-anchor': 'end' }, value),
    ];
  });
  const points = steps.map((step, i) => place(steps, i));
  const path = shape('polyline', { class: 'path', points: points.map((point) => point.join(',')).join(' ') });
  const dots = points.map(([cx, cy], i) => shape('circle',
    { class: `dot ${card.task === 'binary' && steps[i].score < 0.5 ? 'down' : 'up'}`, id: `dot-${i}`, cx, cy, r: steps.length > 80 ? 3 : 5 }));
  byId('chart').replaceChildren(title, ...marks, path, ...dots);
}

function strength(change) {
  const size = Math.abs(change);
  const level = size < 0.01 ? 0 : size < 0.05 ? 1 : size < 0.12 ? 2 : size < 0.25 ? 3 : 4;
  return level === 0 ? '' : `${change < 0 ? 'down' : 'up'}-${level}`;
}

function showWords(steps) {
  byId('words').replaceChildren(...steps.flatMap((step, i) => step.words.flatMap((word) => {
    const made = element('span', `word ${strength(step.change)}${word.known ? '' : ' unknown'}`, word.typed);
    made.title = `${step.score === undefined ? '' : `${step.score.toFixed(4)}, `}${word.token}${word.known ? '' : ', not in the vocabulary'}`;
    for (const [event, lit] of [['pointerenter', true], ['pointerleave', false]]) {
      made.addEventListener(event, () => byId(`dot-${i}`)?.classList.toggle('lit', lit));
    }
    return [made, ' '];
  })));
}

let pause;
byId('text').addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(score, 250);
});
byId('try').addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  score();
});
byId('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) byId('try').requestSubmit();
});
document.addEventListener('visibilitychange', look);
showModels()
  .catch(() => pairs(byId('model'), [['', 'The model card is not available. Reload the page.']]))
  .finally(() => {
    setInterval(look, 1000);
    look();
    score();
  });
