package org.migrationadvisor.workbench.diff;

/** How the page of a comparison looks on a screen, light or dark, and on paper. */
final class DiffStyle {
    static final String CSS = """
            :root { color-scheme: light dark;
              --page: #f6f7f9; --card: #fff; --text: #1b1f24; --dim: #57606a; --line: #d8dee4; --accent: #0b5cad;
              --added: #116329; --added-back: #dafbe1; --removed: #a40e26; --removed-back: #ffebe9;
              --changed: #744500; --changed-back: #fff3c9; }
            @media (prefers-color-scheme: dark) { :root {
              --page: #0d1117; --card: #161b22; --text: #e6edf3; --dim: #9aa4af; --line: #30363d; --accent: #79b8ff;
              --added: #7ee787; --added-back: #10331b; --removed: #ffa198; --removed-back: #3d1418;
              --changed: #f2cc60; --changed-back: #3a2c05; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--page); color: var(--text);
              font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
            main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
            h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
            h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
            h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
            h4 { font-size: .9rem; margin: 1rem 0 .25rem; overflow-wrap: anywhere; }
            p { margin: .25rem 0; }
            .dim { color: var(--dim); }
            code { font: .92em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
            a { color: var(--accent); }
            .skip { position: absolute; left: -99rem; }
            .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
            .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.25rem;
              margin: 0 0 1rem; }
            .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: 1rem; margin: 1rem 0;
              padding: 0; list-style: none; }
            .tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .75rem 1rem; }
            .tiles b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; }
            caption { text-align: left; color: var(--dim); padding-bottom: .5rem; }
            th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
              border-top: 1px solid var(--line); }
            thead th { color: var(--dim); font-weight: 600; font-size: .85rem; border-top: 0; }
            tbody th { font-weight: 400; }
            .number { text-align: right; font-variant-numeric: tabular-nums; }
            .kind { display: inline-block; min-width: 5.2rem; text-align: center; border-radius: 999px; font-size: .8rem;
              font-weight: 600; padding: .05rem .6rem; }
            .added { color: var(--added); background: var(--added-back); }
            .removed { color: var(--removed); background: var(--removed-back); }
            .changed { color: var(--changed); background: var(--changed-back); }
            del { color: var(--removed); background: var(--removed-back); }
            ins { color: var(--added); background: var(--added-back); text-decoration-thickness: 1px; }
            .customer { content-visibility: auto; contain-intrinsic-size: auto 14rem; }
            .head { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; justify-content: space-between; }
            .what { width: 30%; } .which { width: 7.5rem; }
            @media (max-width: 45rem) { .changes thead { display: none; } .changes td, .changes th { display: block;
              border-top: 0; padding: .1rem 0; width: auto; } .changes tr { display: block;
              border-top: 1px solid var(--line); padding: .5rem 0; } }
            @media print { :root { color-scheme: light; --page: #fff; --card: #fff; --text: #000; --dim: #444; --line: #bbb; }
              body { font-size: 10pt; } main { max-width: none; padding: 0; } .skip { display: none; }
              .customer { content-visibility: visible; padding: .5rem 0; border-width: 1px 0 0; border-radius: 0; }
              .tiles li, tr, .head { break-inside: avoid; } body { line-height: 1.35; } td p { margin: 0; }
              .kind { border: 1px solid; } h2, h3, h4 { break-after: avoid; } }
            @page { margin: 15mm; }
            """;

    private DiffStyle() {}
}
