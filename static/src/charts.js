// The interactive charts: of ECharts only what the site's charts use, drawn as SVG. One global, used by app.js.
import { init, use } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, TooltipComponent, MarkLineComponent, MarkAreaComponent, AriaComponent, SVGRenderer]);

window.minhbachCharts = { init: (element) => init(element, null, { renderer: 'svg' }) };
