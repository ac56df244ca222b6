// The one small script of the pages: tips over the drawings, and a button under each chart that swaps the drawing for an
// interactive one. Nothing needs it; ECharts is asked for only when a reader presses a button. Works from a server and
// from disk (file://).
//
//   <script src="…/app-….js" data-charts-src="…/charts-….js" defer></script>
//   <figure class="chart">
//     <div data-chart-static role="img" …>two drawings</div>
//     <script type="application/json" data-chart-option>…</script>
//     <button type="button" hidden data-chart-button data-chart-back="Hình tĩnh">Biểu đồ tương tác</button>
//   </figure>
//
// While the interactive chart is shown the static drawing is hidden and the figure has the attribute data-live. It takes
// the focus; the arrow keys go from figure to figure. The tips of the drawing are those of the option: what they say
// stands in the table too.

let library;

// load asks for the chart bundle once, as a classic script.
function load(source) {
  library = library || new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = () => resolve(window.minhbachCharts);
    script.onerror = () => {
      library = undefined;
      script.remove();
      reject();
    };
    document.head.append(script);
  });
  return library;
}

// paint gives the colours "var(--x)" of an option the values that they have on the page now.
function paint(option, probe) {
  if (typeof option === 'string' && /^var\(--[a-z0-9]+\)$/.test(option)) {
    probe.style.color = option;
    return getComputedStyle(probe).color;
  }
  if (Array.isArray(option)) return option.map((v) => paint(v, probe));
  if (option && typeof option === 'object') {
    return Object.fromEntries(Object.entries(option).map(([k, v]) => [k, paint(v, probe)]));
  }
  return option;
}

// figuresOf is the series of an option that holds the figures, and the places of the figures that have a tip.
function figuresOf(option) {
  const series = option.series.findIndex((s) => s.data.some((d) => d.tooltip));
  const items = series < 0 ? [] : option.series[series].data;
  return { series, items, places: items.flatMap((d, n) => (d.tooltip ? [n] : [])) };
}

// steer lets the arrow keys go from figure to figure of an interactive chart.
function steer(live, chart, option) {
  const { series, places } = figuresOf(option);
  let at = -1;
  live.tabIndex = 0;
  live.addEventListener('keydown', (e) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step || !places.length) return;
    e.preventDefault();
    at = Math.min(Math.max(at + step, 0), places.length - 1);
    chart.dispatchAction({ type: 'showTip', seriesIndex: series, dataIndex: places[at] });
  });
}

// tips shows what a mark of a drawing says, under the pointer.
function tips(drawing, option) {
  const { items, places } = figuresOf(option);
  let tip;
  const hide = () => tip?.remove();
  const show = (e) => {
    const mark = e.target.closest('[data-row]');
    hide();
    if (!mark) return;
    const marks = [...mark.parentNode.querySelectorAll('[data-row]')].filter((g) => g.querySelector('rect,circle'));
    const item = items[places[marks.indexOf(mark)]];
    if (!item) return;
    tip = document.createElement('div');
    tip.className = 'tip';
    tip.textContent = item.tooltip.formatter;
    drawing.append(tip);
    const ground = drawing.getBoundingClientRect();
    const at = mark.getBoundingClientRect();
    tip.style.left = Math.min(Math.max(at.left - ground.left, 0), Math.max(ground.width - tip.offsetWidth, 0)) + 'px';
    tip.style.top = Math.max(at.top - ground.top - tip.offsetHeight - 6, 0) + 'px';
  };
  drawing.onpointerover = show;
  drawing.onpointerleave = hide;
  document.addEventListener('keydown', (e) => { if (e.key === 'Escape') hide(); });
}

function wire(button, source) {
  const figure = button.closest('figure');
  const drawing = figure && figure.querySelector('[data-chart-static]');
  const text = figure && figure.querySelector('[data-chart-option]');
  if (!drawing || !text) return;
  const words = [button.textContent, button.dataset.chartBack || button.textContent];
  let live;
  let chart;
  tips(drawing, JSON.parse(text.textContent));

  const draw = () => {
    if (!live) return;
    const option = paint(JSON.parse(text.textContent), live);
    live.style.color = '';
    option.textStyle = { fontFamily: getComputedStyle(figure).fontFamily };
    chart.setOption(option, true);
    chart.resize();
  };
  const show = (charts) => {
    const margins = JSON.parse(text.textContent).grid[0];
    const height = Math.max(drawing.getBoundingClientRect().height, 160 + Number(margins.top) + Number(margins.bottom));
    live = document.createElement('div');
    live.className = 'chart-live';
    live.dataset.on = '';
    live.style.height = height + 'px';
    drawing.after(live);
    live.setAttribute('role', 'application');
    live.setAttribute('aria-label', drawing.getAttribute('aria-label'));
    chart = charts.init(live);
    draw();
    steer(live, chart, JSON.parse(text.textContent));
    drawing.hidden = true;
    figure.dataset.live = '';
    button.textContent = words[1];
  };
  const hide = () => {
    if (!live) return;
    if (chart) chart.dispose();
    live.remove();
    chart = live = undefined;
    drawing.hidden = false;
    delete figure.dataset.live;
    button.textContent = words[0];
  };

  button.addEventListener('click', () => {
    if (live) {
      hide();
      return;
    }
    button.disabled = true;
    load(source).then(show).catch(hide).then(() => {
      button.disabled = false;
      button.focus({ preventScroll: true });
    });
  });
  window.addEventListener('resize', () => chart && chart.resize());
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)']) {
    matchMedia(query).addEventListener('change', draw);
  }
  button.hidden = false;
}

const holder = document.querySelector('[data-charts-src]');
if (holder) {
  for (const button of document.querySelectorAll('[data-chart-button]')) wire(button, holder.dataset.chartsSrc);
}
