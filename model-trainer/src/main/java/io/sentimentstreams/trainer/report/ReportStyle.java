package io.sentimentstreams.trainer.report;

/** Style sheet of reports, light or dark according to the system setting. */
final class ReportStyle {

  /** Style sheet of a page. */
  static final String CSS =
      """
      :root { --page: #ffffff; --text: #24292f; --muted: #59636e; --border: #d8dee4; --card: #f6f8fa;
        --correct: #0072b2; --incorrect: #d55e00; }
      * { box-sizing: border-box; }
      body { margin: 0; background: var(--page); color: var(--text);
        font: 16px/1.5 system-ui, sans-serif; }
      main { max-width: 1280px; margin: 0 auto; padding: 24px; }
      h1 { font-size: 28px; line-height: 1.25; margin: 0 0 8px; }
      h2 { font-size: 22px; margin: 40px 0 12px; border-bottom: 1px solid var(--border); }
      h3 { font-size: 16px; margin: 0 0 4px; }
      .tiles { display: flex; flex-wrap: wrap; gap: 12px; }
      .tile { background: var(--card); border: 1px solid var(--border); border-radius: 8px;
        padding: 10px 16px; min-width: 130px; flex: 1; }
      .tile strong { display: block; font-size: 22px; font-variant-numeric: tabular-nums; }
      .tile span, figcaption, caption { color: var(--muted); font-size: 14px; }
      .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr));
        gap: 32px; align-items: start; }
      figure { margin: 0; min-width: 0; }
      svg.chart { display: block; width: 100%; height: auto; max-width: 760px; }
      summary { cursor: pointer; font-size: 14px; margin-top: 6px; }
      table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums;
        margin: 8px 0; max-width: 100%; }
      caption { text-align: left; padding-bottom: 4px; }
      th, td { border: 1px solid var(--border); padding: 4px 10px; text-align: left;
        vertical-align: top; overflow-wrap: anywhere; }
      th { font-weight: 600; }
      tbody th { font-weight: 400; white-space: nowrap; }
      .figures td:not(:nth-child(2)), .figures thead th { white-space: nowrap; }
      .figures tbody th { white-space: normal; }
      .scroll { overflow-x: auto; }
      svg.heat { display: block; width: 100%; height: auto; margin: 8px 0 16px;
        font-family: system-ui, sans-serif; font-variant-numeric: tabular-nums; }
      .heat text { fill: var(--text); }
      .heat .axis { fill: var(--muted); }
      .heat .strong { fill: var(--page); }
      .heat .right { fill: var(--correct); }
      .heat .wrong { fill: var(--incorrect); }
      .heat .frame { fill: none; stroke: var(--border); }
      article { border-left: 4px solid var(--border); padding: 2px 0 2px 14px; margin: 16px 0; }
      article p { margin: 0; display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 14px; }
      blockquote { margin: 4px 0 0; overflow-wrap: anywhere; max-width: 90ch; }
      code { color: var(--muted); }
      @media (prefers-color-scheme: dark) {
        :root { --page: #0d1117; --text: #e6edf3; --muted: #9198a1; --border: #3d444d;
          --card: #151b23; --correct: #56b4e9; --incorrect: #f2a65a; }
      """
          + ChartColor.darkRules()
          + "\n}\n";

  private ReportStyle() {}
}
