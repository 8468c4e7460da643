// Draws the charts that the page holds as data. Names in them come from experiment files: whatever ends up as markup goes through escape().
(function () {
  'use strict';
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  // Okabe and Ito's colours, told apart by most colour-blind readers; lighter ones for dark paper
  const LIGHT = ['#0072b2', '#d55e00', '#009e73', '#b5479a', '#c88a00', '#3f8fc5', '#6b6b6b', '#7a4bb0', '#a3542b', '#4f7d1f'];
  const DARK = ['#56a8e0', '#f0814a', '#3fc79a', '#dd8cc6', '#e6b23c', '#8cc8f0', '#b0b0b0', '#b494e6', '#d9946f', '#9cc765'];
  const escape = text => echarts.format.encodeHTML(String(text));
  const paint = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const color = index => (dark.matches ? DARK : LIGHT)[index % LIGHT.length];
  const missing = value => value === null || value === undefined;
  const pen = document.createElement('canvas').getContext('2d');

  function figure(value, percent) {
    if (missing(value)) return '';
    if (percent) return (value * 100).toFixed(1).replace('-', '−');
    const size = Math.abs(value);
    return (size >= 1000 || Number.isInteger(value) ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(4)).toString()).replace('-', '−');
  }

  const tick = percent => value => percent ? Math.round(value * 100) + '%' : short(value);

  function short(value) {
    const size = Math.abs(value);
    if (size >= 1e9) return Number((value / 1e9).toPrecision(3)) + 'G';
    if (size >= 1e6) return Number((value / 1e6).toPrecision(3)) + 'M';
    if (size >= 1e4) return Number((value / 1e3).toPrecision(3)) + 'k';
    return Number(value.toPrecision(4)).toString().replace('-', '−');
  }

  function interval(low, high, percent) {
    return missing(low) ? '' : ' <span style="opacity:.65">[' + figure(low, percent) + ', ' + figure(high, percent) + ']</span>';
  }

  function base() {
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: paint('--ink') },
      tooltip: {
        confine: true, backgroundColor: paint('--paper'), borderColor: paint('--line'), textStyle: { color: paint('--ink'), fontSize: 12 },
        extraCssText: 'box-shadow:0 2px 10px rgba(0,0,0,.18)'
      }
    };
  }

  function axis(extra) {
    return Object.assign({
      axisLine: { lineStyle: { color: paint('--soft') } }, axisTick: { show: false }, axisLabel: { color: paint('--soft'), fontSize: 11, hideOverlap: true },
      splitLine: { lineStyle: { color: paint('--line') } }, nameTextStyle: { color: paint('--soft'), fontSize: 11 }
    }, extra);
  }

  // The band is one polygon: along the upper ends, and back along the lower ones.
  function band(line, paintWith) {
    const places = line.x.map((x, i) => i).filter(i => !missing(line.low[i]));
    return {
      type: 'custom', name: line.legend, silent: true, z: 1, data: [[line.x[0], line.mean[0]]], tooltip: { show: false }, itemStyle: { color: paintWith }, clip: true,
      renderItem: (params, api) => ({
        type: 'polygon', silent: true,
        shape: { points: places.map(i => api.coord([line.x[i], line.high[i]])).concat(places.slice().reverse().map(i => api.coord([line.x[i], line.low[i]]))) },
        style: { fill: paintWith, opacity: line.style === 'SOLID' ? 0.17 : line.style === 'UNSWAPPED' ? 0.07 : 0.1 }
      })
    };
  }

  function extent(lines) {
    let low = Infinity, high = -Infinity;
    lines.forEach(line => line.mean.forEach((mean, i) => [mean, line.low[i], line.high[i]].forEach(value => {
      if (!missing(value)) { low = Math.min(low, value); high = Math.max(high, value); }
    })));
    return low > high ? [0, 1] : [low, high];
  }

  function width(text, size) {
    pen.font = size + 'px ' + getComputedStyle(document.body).fontFamily;
    return pen.measureText(text).width;
  }

  // how many rows a legend takes that breaks like words do
  function legendRows(names, room) {
    let rows = 1, used = 0;
    names.forEach(name => {
      const needed = width(name, 12) + 42;
      if (used > 0 && used + needed > room) { rows++; used = 0; }
      used += needed;
    });
    return rows;
  }

  // Labels of upright lines that would lie on each other go into rows; one that finds no room in the top row is left to the pointer.
  function labelRows(chart, room) {
    const ends = chart.lines.map(line => [line.x[0], line.x[line.x.length - 1]]).flat().concat(chart.marks.filter(swapped).map(mark => mark.x));
    const low = Math.min(...ends), high = Math.max(...ends);
    const rows = [];
    return chart.marks.map(mark => {
      if (mark.label === '' || mark.x < low || mark.x > high) return -1;
      const at = 46 + (mark.x - low) / (high - low || 1) * (room - 64), wide = width(mark.label, 10);
      const align = at + wide / 2 > room ? 'right' : at < wide / 2 ? 'left' : 'center';
      const from = (align === 'right' ? at - wide : align === 'left' ? at : at - wide / 2) - 4;
      let row = 0;
      while (row < rows.length && rows[row].some(taken => from < taken[1] && taken[0] < from + wide + 8)) row++;
      if (row >= 5) return -1;
      (rows[row] = rows[row] || []).push([from, from + wide + 8]);
      return { row, align };
    });
  }

  const swapped = mark => mark.tip.length > 0;
  const shade = mark => mark.color < 0 ? paint(swapped(mark) ? '--ink' : '--soft') : color(mark.color);

  function marks(chart, labels) {
    return {
      type: 'line', name: ' marks', data: [], silent: true, markLine: {
        silent: true, symbol: 'none', animation: false,
        data: chart.marks.map((mark, i) => ({
          xAxis: mark.x,
          label: { show: labels[i] !== -1, formatter: () => mark.label, color: shade(mark), fontSize: 10, distance: 9 + (labels[i].row || 0) * 13, align: labels[i].align },
          lineStyle: { color: shade(mark), type: swapped(mark) ? [8, 3] : mark.label === '' ? 'dotted' : 'solid', width: swapped(mark) ? 1.5 : 1, opacity: swapped(mark) ? 0.9 : 0.7 }
        }))
      }
    };
  }

  // Swaps have a point on top that the pointer finds; it lies on an axis of its own, so that it has no part in the scale.
  function swapPoints(chart) {
    return {
      type: 'scatter', id: 'swaps', yAxisIndex: 1, z: 6, symbol: 'triangle', symbolRotate: 180, symbolSize: 9, cursor: 'default',
      data: chart.marks.filter(swapped).map(mark => ({ value: [mark.x, 1], itemStyle: { color: shade(mark) } }))
    };
  }

  function lines(chart, box) {
    const option = base();
    const crowded = line => line.style === 'CROWD';
    const names = [...new Set(chart.lines.filter(line => !crowded(line)).concat(chart.lines.filter(crowded)).map(line => line.legend))];
    const rows = legendRows(names, box.clientWidth - 16);
    const labels = labelRows(chart, box.clientWidth);
    const above = Math.max(0, ...labels.map(label => label === -1 ? 0 : label.row + 1)) * 13;
    box.style.height = (box.closest('.grid') ? 240 : 310) + rows * 21 + above + 'px';
    const dashes = [[6, 4], [2, 3], [8, 3, 2, 3], [10, 4]];
    let twins = 0;
    const [low, high] = extent(chart.lines);
    option.grid = { left: 8, right: 18, top: 16 + above + (above > 0 ? 4 : 0), bottom: 30 + rows * 21, containLabel: true };
    option.legend = {
      bottom: 0, left: 'center', itemWidth: 22, itemHeight: 8, itemGap: 12, padding: 2, textStyle: { color: paint('--ink'), fontSize: 12 }, inactiveColor: paint('--line'), data: names
    };
    option.xAxis = axis({ type: 'value', name: chart.x, nameLocation: 'middle', nameGap: 24, min: 'dataMin', max: 'dataMax', minInterval: 1, splitLine: { show: false } });
    option.xAxis.axisLabel.formatter = short;
    option.yAxis = axis({ type: 'value', axisLine: { show: false }, min: chart.percent && low >= 0 ? 0 : undefined, max: chart.percent && high <= 1 && high > 0.5 ? 1 : undefined });
    if (!chart.percent) {
      const room = (high - low || 1) * 0.05;
      option.yAxis.scale = true;
      option.yAxis.min = axis => Math.min(axis.min, low < 0 || low - room >= 0 ? low - room : 0);
      option.yAxis.max = axis => Math.max(axis.max, high + room);
      option.yAxis.axisLabel = Object.assign({ showMinLabel: false, showMaxLabel: false }, option.yAxis.axisLabel);
    }
    option.yAxis.axisLabel.formatter = tick(chart.percent);
    option.series = [];
    option.yAxis = [option.yAxis, { type: 'value', show: false, min: 0, max: 1 }];
    chart.lines.forEach((line, i) => {
      const stroke = color(line.color), crowd = crowded(line), learns = line.style === 'SOLID', unswapped = line.style === 'UNSWAPPED', fresh = line.style === 'FRESH';
      option.series.push({
        type: 'line', id: 'line' + i, name: line.legend, z: learns ? 4 : unswapped || fresh ? 3 : crowd ? 1 : 2, data: line.x.map((x, at) => [x, line.mean[at]]),
        showSymbol: line.x.length < 40 && !crowd, symbol: fresh ? 'emptyDiamond' : unswapped ? 'emptyCircle' : 'circle', symbolSize: fresh ? 6 : 4, silent: crowd,
        itemStyle: { color: stroke, opacity: crowd ? 0.35 : unswapped ? 0.6 : 1 },
        lineStyle: { color: stroke, width: learns ? 2 : crowd ? 1 : 1.6, opacity: crowd ? 0.35 : unswapped ? 0.6 : 1, type: learns ? 'solid' : unswapped ? [5, 3] : fresh ? [14, 3, 2, 3] : crowd ? [2, 2] : dashes[twins++ % dashes.length] },
        emphasis: crowd ? { disabled: true } : { focus: 'series' }
      });
      if (!crowd && line.low.some(value => !missing(value))) option.series.push(band(line, stroke));
    });
    option.series.push(marks(chart, labels), swapPoints(chart));
    option.tooltip.trigger = 'axis';
    option.tooltip.axisPointer = { type: 'line', lineStyle: { color: paint('--soft'), type: 'dashed' } };
    option.tooltip.formatter = points => tip(chart, points);
    return option;
  }

  function tip(chart, points) {
    const seen = points.map(point => Object.assign({ line: chart.lines[Number(String(point.seriesId).replace('line', ''))] }, point))
      .filter(point => point.line && point.line.style !== 'CROWD' && !missing(point.value[1]));
    const swaps = points.filter(point => point.seriesId === 'swaps').map(point => chart.marks.filter(swapped)[point.dataIndex].tip.map(escape));
    const values = seen.map(point => point.marker + escape(point.line.name) + ' <b>' + figure(point.line.mean[point.dataIndex], chart.percent) + '</b>'
      + interval(point.line.low[point.dataIndex], point.line.high[point.dataIndex], chart.percent));
    return swaps.map(lines => '<b>' + lines[0] + '</b><br>' + lines.slice(1).join('<br>')).concat(seen.length ? [escape(chart.x) + ' ' + figure(seen[0].value[0])] : [], values).join('<br>');
  }

  function heat(chart, box) {
    const option = base();
    const values = chart.cells.map(cell => cell.mean);
    const low = chart.percent ? Math.min(0, ...values) : Math.min(...values), high = chart.percent ? Math.max(1, ...values) : Math.max(...values);
    const wide = box.clientWidth / (chart.across.length + 1.4);
    box.style.height = Math.max(120, Math.min(46, Math.max(24, wide * 0.8)) * chart.down.length + 34) + 'px';
    option.grid = { left: 4, right: 4, top: 26, bottom: 4, containLabel: true };
    option.xAxis = axis({ type: 'category', data: chart.across, position: 'top', axisLine: { show: false }, splitLine: { show: false } });
    option.yAxis = axis({ type: 'category', data: chart.down, inverse: true, axisLine: { show: false }, splitLine: { show: false } });
    option.visualMap = { show: false, min: low, max: high === low ? low + 1 : high, inRange: { color: [paint('--heat-low'), paint('--heat-mid'), paint('--heat-high')] } };
    option.series = [{
      type: 'heatmap', itemStyle: { borderColor: paint('--panel'), borderWidth: 2, borderRadius: 3 }, emphasis: { itemStyle: { borderColor: paint('--ink') } },
      label: { show: wide > 24, fontSize: wide > 40 ? 12 : 9, formatter: point => figure(point.value[2], chart.percent) },
      data: chart.cells.map(cell => ({ value: [cell.column, cell.row, cell.mean], label: { color: onto((cell.mean - low) / (high - low || 1)) } }))
    }];
    option.tooltip.formatter = point => {
      const cell = chart.cells[point.dataIndex];
      return escape(chart.down[cell.row]) + ', ' + escape(chart.across[cell.column]) + '<br><b>' + figure(cell.mean, chart.percent) + '</b>'
        + interval(cell.low, cell.high, chart.percent) + '<br><span style="opacity:.65">' + cell.seeds + (cell.seeds === 1 ? ' seed' : ' seeds') + '</span>';
    };
    return option;
  }

  // dark letters on pale cells and pale ones on strong cells; on dark paper the other way round
  function onto(share) {
    return dark.matches ? (share > 0.75 ? '#0d1117' : '#e6e8ec') : (share > 0.55 ? '#ffffff' : '#1a1d23');
  }

  function bars(chart, box) {
    const option = base();
    box.style.height = chart.bars.length * 34 + 46 + 'px';
    const names = Math.min(box.clientWidth * 0.45, Math.max(...chart.bars.map(bar => width(bar.name, 12))) + 2);
    option.grid = { left: names + 12, right: 22, top: 8, bottom: 26 };
    option.xAxis = axis({ type: 'value', splitNumber: 4 });
    option.xAxis.axisLabel.formatter = tick(chart.percent);
    option.yAxis = axis({ type: 'category', inverse: true, data: chart.bars.map(bar => bar.name) });
    option.yAxis.axisLabel = { color: paint('--ink'), fontSize: 12, width: names, overflow: 'truncate' };
    option.series = [{
      type: 'bar', barMaxWidth: 16, data: chart.bars.map(bar => ({ value: bar.value, itemStyle: { color: color(bar.color), borderRadius: 2 } }))
    }, {
      type: 'custom', silent: true, z: 5, data: chart.bars.map((bar, i) => [i, bar.low, bar.high]), encode: { x: [1, 2], y: 0 },
      renderItem: (params, api) => whisker(api, paint('--ink'))
    }];
    option.tooltip.formatter = point => {
      const bar = chart.bars[point.dataIndex];
      return escape(bar.name) + '<br><b>' + escape(bar.text) + '</b>' + interval(bar.low, bar.high, chart.percent);
    };
    return option;
  }

  function whisker(api, stroke) {
    if (!(api.value(2) > api.value(1))) return null;
    const low = api.coord([api.value(1), api.value(0)]), high = api.coord([api.value(2), api.value(0)]);
    const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 1.2 } });
    return { type: 'group', children: [line(low[0], low[1], high[0], high[1]), line(low[0], low[1] - 4, low[0], low[1] + 4), line(high[0], high[1] - 4, high[0], high[1] + 4)] };
  }

  // Several places lie along x, and those who were measured there beside each other; of one place, each has a row of its own.
  function points(chart, box) {
    const option = base();
    const rows = chart.places.length === 1;
    const count = chart.groups.length;
    const all = chart.groups.flatMap(group => group.points);
    const counted = all.filter(point => !point.hollow);
    const values = (counted.length ? counted : all).flatMap(point => [point.value, point.low, point.high]).filter(value => !missing(value)).concat(chart.bounds.map(bound => bound.value), 0);
    // what does not count may lie anywhere: it does not stretch the scale beyond measure, but points out of the chart
    const span = [Math.min(...values), Math.max(...values)], far = 2 * (span[1] - span[0]);
    all.filter(point => point.hollow && point.value > span[0] - far && point.value < span[1] + far).forEach(point => values.push(point.value));
    const low = Math.min(...values), high = Math.max(...values), room = (high - low || 1) * 0.06;
    const range = [Number((low - room).toPrecision(3)), Number((high + room).toPrecision(3))];
    const scale = axis({ type: 'value', min: range[0], max: range[1], name: chart.y, nameLocation: 'middle', nameGap: 26 });
    scale.axisLabel = Object.assign({ showMinLabel: false, showMaxLabel: false, formatter: short }, scale.axisLabel);
    const longest = Math.max(...chart.groups.map(group => width(group.name, 12))) + 2, names = Math.min(box.clientWidth * 0.42, longest);
    const tall = longest > names ? 16 + 14 * Math.ceil(longest / names / 0.8) : 30; // words do not fill their lines
    const legend = rows ? 0 : legendRows(chart.groups.map(group => group.name), box.clientWidth - 16);
    const above = 12 + chart.bounds.length * 13;
    box.style.height = rows ? count * tall + above + 50 + 'px' : 300 + legend * 21 + 'px';
    option.grid = rows ? { left: names + 14, right: 22, top: above, bottom: 48 } : { left: 34, right: 18, top: 14, bottom: 10 + legend * 21, containLabel: true };
    const places = axis({
      type: 'category', inverse: rows, splitLine: { show: false },
      data: rows ? chart.groups.map(group => group.name) : chart.places.map((place, i) => chart.below[i] ? place + '\n' + chart.below[i] : place)
    });
    places.axisLabel = rows ? { color: paint('--ink'), fontSize: 12, lineHeight: 14, interval: 0, hideOverlap: false, width: names, overflow: 'break' } : Object.assign({}, places.axisLabel, { color: paint('--ink'), lineHeight: 16, interval: 0, hideOverlap: false, width: box.clientWidth / chart.places.length - 12, overflow: 'break' });
    places.axisLine = Object.assign({}, places.axisLine, { onZero: false });
    option.xAxis = rows ? scale : places;
    option.yAxis = rows ? places : Object.assign(scale, { nameGap: 36 });
    option.legend = { show: !rows, data: chart.groups.map(group => group.name), bottom: 0, left: 'center', itemWidth: 12, itemHeight: 8, itemGap: 12, padding: 2, icon: 'circle', textStyle: { color: paint('--ink'), fontSize: 12 } };
    option.series = chart.groups.map((group, at) => ({
      type: 'custom', name: group.name, clip: true, z: 4, itemStyle: { color: color(group.color) }, encode: rows ? { x: 1, y: 0 } : { x: 0, y: 1 },
      data: group.points.map(point => [rows ? at : point.place, point.value, missing(point.low) ? NaN : point.low, missing(point.high) ? NaN : point.high]),
      renderItem: (params, api) => pointWithWhisker(api, rows, (at - (count - 1) / 2) / count, color(group.color), group.points[params.dataIndex].hollow, range)
    }));
    option.series.push({
      type: 'line', name: ' bounds', data: [], silent: true, markLine: {
        silent: true, symbol: 'none', animation: false,
        data: chart.bounds.map((bound, i) => {
          const share = (bound.value - range[0]) / (range[1] - range[0]);
          return {
            [rows ? 'xAxis' : 'yAxis']: bound.value, lineStyle: { color: paint('--soft'), type: 'dashed', width: 1 },
            label: {
              formatter: () => bound.label, color: paint('--soft'), fontSize: 10, position: rows ? 'start' : 'insideEndTop', distance: rows ? 3 + i * 13 : undefined,
              align: !rows || share > 0.7 ? 'right' : share < 0.3 ? 'left' : 'center'
            }
          };
        })
      }
    });
    option.tooltip.formatter = point => {
      const group = chart.groups[point.seriesIndex];
      return group ? escape(group.name) + '<br>' + (rows ? '' : escape(chart.places[group.points[point.dataIndex].place]) + '<br>') + '<b>' + escape(group.points[point.dataIndex].text) + '</b>' : '';
    };
    return option;
  }

  function pointWithWhisker(api, rows, offset, stroke, hollow, range) {
    const shift = rows ? 0 : offset * Math.min(api.size([1, 0])[0] * 0.8, 260);
    const place = value => {
      const at = api.coord(rows ? [value, api.value(0)] : [api.value(0), value]);
      return rows ? at : [at[0] + shift, at[1]];
    };
    const from = place(api.value(2)), to = place(api.value(3)), middle = place(Math.min(range[1], Math.max(range[0], api.value(1))));
    const beyond = api.value(1) > range[1] ? 1 : api.value(1) < range[0] ? -1 : 0;
    if (beyond !== 0) {
      const [x, y] = middle, out = rows ? [beyond, 0] : [0, -beyond];
      const points = [[x, y], [x - 9 * out[0] - 5 * out[1], y - 9 * out[1] - 5 * out[0]], [x - 9 * out[0] + 5 * out[1], y - 9 * out[1] + 5 * out[0]]];
      return { type: 'polygon', shape: { points }, style: { fill: paint('--panel'), stroke, lineWidth: 1.6 } };
    }
    const line = { type: 'line', shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke, lineWidth: 2, opacity: hollow ? 0.5 : 0.8 } };
    const dot = { type: 'circle', shape: { cx: middle[0], cy: middle[1], r: 4.5 }, style: { fill: hollow ? paint('--panel') : stroke, stroke, lineWidth: 1.6 } };
    return { type: 'group', children: Number.isFinite(from[0] + from[1] + to[0] + to[1]) ? [line, dot] : [dot] };
  }

  const drawings = { lines, heat, bars, points };

  function draw(box) {
    const chart = JSON.parse(box.parentNode.querySelector('script[type="application/json"]').textContent);
    const old = echarts.getInstanceByDom(box);
    if (old) old.dispose();
    const option = drawings[chart.kind](chart, box);
    echarts.init(box, null, { renderer: 'svg' }).setOption(option);
  }

  function keys() {
    document.querySelectorAll('.key').forEach(key => {
      key.style.background = color(Number(key.dataset.color));
      key.style.borderTopColor = color(Number(key.dataset.color));
    });
  }

  // Those folded away have no width yet: they are drawn when they are opened. A changed width means a new drawing.
  const widths = new Map();
  const watch = new ResizeObserver(entries => entries.forEach(entry => {
    const width = Math.round(entry.contentRect.width);
    if (width > 0 && widths.get(entry.target) !== width) {
      widths.set(entry.target, width);
      draw(entry.target);
    }
  }));
  document.querySelectorAll('.plot').forEach(box => {
    if (box.clientWidth > 0) {
      widths.set(box, box.clientWidth);
      draw(box);
    }
    watch.observe(box);
  });
  keys();
  dark.addEventListener('change', () => {
    keys();
    widths.forEach((width, box) => draw(box));
  });
}());
