/** How the page looks: light or dark as the reader's system has it, or as the button says; on a desk and on a phone. */
const LIGHT = `color-scheme:light;--paper:#fbfaf7;--surface:#fff;--sunken:#f4f1ea;--rule:#e5e0d5;--ink:#1d2430;--soft:#4f5866;--faint:#686f7b;
--accent:#1f4b7f;--hover:#f1ede4;--shadow:0 1px 2px rgb(40 34 20/8%),0 8px 28px rgb(40 34 20/10%);
--mark-0:#ffe6cc;--mark-1:#d9eafb;--trigger:#b45309;--planned:#1d5c94;--planned-back:#e6f0f9;--possible:#6b4fa0;--possible-back:#f0ebf8;
--requested:#7a5200;--requested-back:#fbf1da;--denied:#a3211b;--denied-back:#fcebe9;--former:#57534a;--former-back:#efebe2`
const DARK = `color-scheme:dark;--paper:#14171c;--surface:#1a1e25;--sunken:#10131a;--rule:#2b313b;--ink:#eceae4;--soft:#b6bcc6;--faint:#979eaa;
--accent:#8fbdf0;--hover:#232933;--shadow:0 1px 2px rgb(0 0 0/40%),0 8px 28px rgb(0 0 0/45%);
--mark-0:#573a1c;--mark-1:#1d4163;--trigger:#f2b56b;--planned:#93c5f3;--planned-back:#1b3148;--possible:#c9b3f5;--possible-back:#2e2745;
--requested:#f0c876;--requested-back:#3b2f15;--denied:#ffa79e;--denied-back:#47201e;--former:#c8c1b2;--former-back:#2f2c27`

export const STYLE = `
:root{${LIGHT};--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif}
@media(prefers-color-scheme:dark){:root:not([data-scheme=light]){${DARK}}}
:root[data-scheme=dark]{${DARK}}
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:grid;grid-template:54px minmax(0,1fr)/minmax(0,1fr) 420px;background:var(--paper);color:var(--ink);font:15px/1.5 var(--sans)}
noscript{grid-column:1/-1;padding:2rem}
button,input{font:inherit;color:inherit}
button{background:none;border:0;padding:0;cursor:pointer;text-align:start}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
header{grid-column:1/-1;display:flex;align-items:center;gap:16px;padding:0 18px;background:var(--surface);border-bottom:1px solid var(--rule);min-width:0}
h1{font:600 19px/1.2 var(--serif);margin:0;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;min-width:0}
header .count{color:var(--faint);font-size:13px;white-space:nowrap}
.search{position:relative;margin-inline-start:auto;width:320px;flex:none}
.search input{width:100%;height:36px;padding:0 12px;border:1px solid var(--rule);border-radius:8px;background:var(--paper)}
.hits{position:absolute;inset:42px 0 auto;z-index:3;background:var(--surface);border:1px solid var(--rule);border-radius:8px;box-shadow:var(--shadow);max-height:60vh;overflow:auto;margin:0;padding:4px;list-style:none}
.hits button{display:flex;gap:8px;align-items:baseline;width:100%;padding:7px 10px;border-radius:6px}
.hits button:hover,.hits button:focus-visible{background:var(--hover)}
.round{flex:none;width:36px;height:36px;display:grid;place-items:center;border-radius:8px;border:1px solid var(--rule)}
.round:hover{background:var(--hover)}
main{position:relative;min-width:0;min-height:0;overflow:hidden}
canvas{display:block;width:100%;height:100%;touch-action:none;cursor:grab}
canvas.over{cursor:pointer}
.zoom{position:absolute;inset:14px 14px auto auto;display:grid;background:var(--surface);border:1px solid var(--rule);border-radius:8px;box-shadow:var(--shadow)}
.zoom button{width:36px;height:36px;text-align:center;font-size:18px;line-height:1}
.zoom button+button{border-top:1px solid var(--rule)}
.zoom button:hover{background:var(--hover)}
.legend{position:absolute;inset:auto auto 14px 14px;max-width:min(560px,calc(100% - 28px));background:var(--surface);border:1px solid var(--rule);border-radius:10px;box-shadow:var(--shadow);font-size:13px}
.legend summary{padding:8px 12px;cursor:pointer;color:var(--soft);font-weight:600}
.legend .rows{display:flex;flex-wrap:wrap;gap:2px 4px;padding:0 8px 8px}
.legend .rows+.rows{border-top:1px solid var(--rule);padding-top:8px}
.chip{display:inline-flex;align-items:center;gap:7px;padding:3px 8px;border-radius:6px;white-space:nowrap}
.chip:hover{background:var(--hover)}
.chip[aria-pressed=false]{color:var(--faint)}
.chip[aria-pressed=false] span{text-decoration:line-through}
.chip.later[aria-pressed=false] span{text-decoration:none}
.chip[aria-pressed=false] i{opacity:.3}
.chip small{color:var(--faint)}
.dot{width:11px;height:11px;flex:none;display:inline-block;background:var(--c)}
.dot.event{--c:var(--soft)}
.dot.circle{border-radius:50%}.dot.square{border-radius:2px}.dot.diamond{transform:rotate(45deg) scale(.85);border-radius:1px}
.line{width:24px;height:0;border-top:2px solid var(--soft);flex:none}
.line.planned,.line.requested{border-top-style:dashed}.line.possible,.line.denied{border-top-style:dotted}
.line.denied{border-color:var(--denied)}
aside{min-height:0;overflow:auto;background:var(--surface);border-inline-start:1px solid var(--rule);padding:20px 22px 60px}
aside h2{font:600 25px/1.2 var(--serif);margin:2px 0 6px;overflow-wrap:anywhere}
aside h3{font:600 13px/1.3 var(--sans);letter-spacing:.02em;color:var(--soft);margin:26px 0 6px;padding-bottom:5px;border-bottom:1px solid var(--rule)}
aside p{margin:6px 0;overflow-wrap:anywhere}
.kind{display:inline-flex;align-items:center;gap:8px;color:var(--soft);font-size:14px}
.back{display:block;color:var(--accent);font-size:14px;margin-bottom:12px}
.go{color:var(--accent);font-size:14px;margin:0 0 14px 20px;overflow-wrap:anywhere}
.back:hover,.go:hover{text-decoration:underline}
.soft{color:var(--soft)}.faint{color:var(--faint);font-size:13px}
dl{display:grid;grid-template-columns:auto 1fr;gap:3px 14px;margin:12px 0;font-size:14px}
dt{color:var(--faint)}dd{margin:0;overflow-wrap:anywhere}
ul.list{list-style:none;margin:0;padding:0}
ul.list>li{border-bottom:1px solid var(--rule)}
ul.list>li:last-child{border-bottom:0}
.entry{display:flex;gap:10px;align-items:center;width:100%;padding:8px 6px;border-radius:6px;min-width:0}
.entry:hover{background:var(--hover)}
.entry b{font-weight:500;overflow-wrap:anywhere}
.entry .faint{margin-inline-start:auto;white-space:nowrap}
details.fact{padding:2px 0}
details.fact>summary{padding:8px 4px 8px 20px;cursor:pointer;list-style:none;position:relative;border-radius:6px;overflow-wrap:anywhere}
details.fact>summary::-webkit-details-marker{display:none}
details.fact>summary::before{content:"";position:absolute;inset:15px auto auto 5px;border:4px solid transparent;border-inline-start:5px solid var(--faint);border-inline-end:0}
details.fact[open]>summary::before{transform:rotate(90deg)}
details.fact>summary:hover{background:var(--hover)}
.name{font-weight:600;color:var(--ink)}
.when{color:var(--faint);font-size:13px;display:block}
.status{display:inline-block;font-size:12px;line-height:1.5;padding:0 7px;border-radius:9px;margin-inline-start:6px;color:var(--soft);background:var(--sunken)}
.status.planned{color:var(--planned);background:var(--planned-back)}.status.possible{color:var(--possible);background:var(--possible-back)}
.status.requested{color:var(--requested);background:var(--requested-back)}.status.denied{color:var(--denied);background:var(--denied-back)}
.status.former{color:var(--former);background:var(--former-back)}
blockquote{margin:6px 0 14px 20px;padding:2px 0 2px 12px;border-inline-start:2px solid var(--rule);font-size:14.5px;font-family:var(--serif);overflow-wrap:anywhere}
blockquote cite{display:block;font:13px/1.4 var(--sans);color:var(--faint);margin-top:3px}
mark{color:inherit;background:none;border-radius:3px;padding:0 1px}
.m0{background:var(--mark-0)}.m1{background:var(--mark-1)}.m2{font-weight:600;color:var(--trigger)}
footer{margin-top:34px;color:var(--faint);font-size:13px}
@media(max-width:820px){
body{display:block;height:auto}
header{position:sticky;top:0;z-index:2;height:auto;flex-wrap:wrap;gap:8px 10px;padding:9px 14px}
header .count{display:none}
h1{flex:1;font-size:18px}
.search{order:3;width:100%}
.search input{height:42px;font-size:16px}
.round{width:42px;height:42px}
main{height:48vh;height:48svh;border-bottom:1px solid var(--rule)}
.legend{inset:auto auto 10px 10px;max-width:calc(100% - 20px);max-height:88%;overflow:auto}
.chip{padding:8px 9px}
.zoom{inset:10px 10px auto auto}.zoom button{width:42px;height:42px}
aside{border:0;padding:18px 16px 60px;overflow:visible}
.entry{padding:11px 4px}details.fact>summary{padding-block:11px}
details.fact>summary::before{top:18px}
}
@media print{header .search,.zoom,.legend,.round{display:none}body{display:block}main{height:90vmin}}
`
