export const id = 531;
export const ids = [531];
export const modules = {

/***/ 28531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml)
});

// UNUSED EXPORTS: embeddedJson, escapeHtml

;// CONCATENATED MODULE: ./lib/src/report/html/page-assets.js
// Made by `npm run generate` from page/ and uPlot.
const pageScript = "/* Contains uPlot 1.6.32, MIT:\nThe MIT License (MIT)\n\nCopyright (c) 2022 Leon Sorokin\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the \"Software\"), to deal\nin the Software without restriction, including without limitation the rights\nto use, copy, modify, merge, publish, distribute, sublicense, and/or sell\ncopies of the Software, and to permit persons to whom the Software is\nfurnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in\nall copies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\nIMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,\nFITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\nAUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\nLIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,\nOUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN\nTHE SOFTWARE.\n*/\n(function(){function e(e,t={},...r){let i=document.createElement(e);return n(i,t),i.append(...r),i}function t(e,t={},...r){let i=document.createElementNS(`http://www.w3.org/2000/svg`,e);return n(i,t),i.append(...r),i}function n(e,t){for(let[n,r]of Object.entries(t))r!==void 0&&r!==!1&&e.setAttribute(n,r===!0?``:String(r))}function r(t,n){return e(`div`,{class:`scroll`,role:`group`,\"aria-label\":t,tabindex:0},n)}function i(t,n,r=()=>!1){let i=e=>({class:r(e)?`figure`:void 0}),a=t.map((t,n)=>e(`th`,{scope:`col`,...i(n)},t)),o=n.map(t=>e(`tr`,{},...t.map((t,n)=>n===0?e(`th`,{scope:`row`},t):e(`td`,i(n),t))));return e(`table`,{},e(`thead`,{},e(`tr`,{},...a)),e(`tbody`,{},...o))}function a(t,n){let r=t.slice(8),i=n(t.slice(0,8),!1);return r.length===0?[i]:[i,e(`details`,{},e(`summary`,{},`${r.length} more`),n(r,!0))]}function o(t){return e(`span`,{},...(t===``?`–`:t).split(/(?<=\\/)/).flatMap((t,n)=>n===0?[t]:[e(`wbr`),t]))}function s({compared:t,rows:n}){let i=a(n,(e,n)=>r(n?`Further allocations by function`:`Most allocations by function`,c(e,t)));return e(`div`,{},e(`p`,{class:`small`},`Objects allocated on the JavaScript heap, freed since or not, by the innermost call that is not inside Node. Counted in a process of its own; not judged. A dash: not among the greatest.`),...i)}function c(t,n){return i([`function`,`objects`,`size`,...n?[`baseline`,`difference`]:[]],t.map(({where:t,now:r,size:i,baseline:a,difference:s})=>[e(`span`,{class:`place`},o(t)),r,i,...n?[a,s]:[]]),e=>e>0)}function l({label:t,colour:n,dash:r}){return e(`span`,{class:`key`},e(`span`,{class:`swatch ${n}${r===void 0?``:` dashed`}`,\"aria-hidden\":`true`}),t)}let u=`u-off`,d=`u-label`,f=`width`,p=`height`,m=`bottom`,h=`left`,g=`right`,_=`#000`,v=`#0000`,y=`mousemove`,b=`mousedown`,x=`mouseup`,S=`mouseenter`,C=`mouseleave`,w=`dblclick`,T=`change`,E=`dppxchange`,D=typeof window<`u`,ee=D?document:null,te=D?window:null,ne=D?navigator:null,O,k;function re(){let e=devicePixelRatio;O!=e&&(O=e,k&&me(T,k,re),k=matchMedia(`(min-resolution: ${O-.001}dppx) and (max-resolution: ${O+.001}dppx)`),pe(T,k,re),te.dispatchEvent(new CustomEvent(E)))}function A(e,t){if(t!=null){let n=e.classList;!n.contains(t)&&n.add(t)}}function ie(e,t){let n=e.classList;n.contains(t)&&n.remove(t)}function j(e,t,n){e.style[t]=n+`px`}function ae(e,t,n,r){let i=ee.createElement(e);return t!=null&&A(i,t),n?.insertBefore(i,r),i}function oe(e,t){return ae(`div`,e,t)}let se=/* @__PURE__ */ new WeakMap;function ce(e,t,n,r,i){let a=`translate(`+t+`px,`+n+`px)`;a!=se.get(e)&&(e.style.transform=a,se.set(e,a),t<0||n<0||t>r||n>i?A(e,u):ie(e,u))}let le=/* @__PURE__ */ new WeakMap;function ue(e,t,n){let r=t+n;r!=le.get(e)&&(le.set(e,r),e.style.background=t,e.style.borderColor=n)}let M=/* @__PURE__ */ new WeakMap;function de(e,t,n,r){let i=t+``+n;i!=M.get(e)&&(M.set(e,i),e.style.height=n+`px`,e.style.width=t+`px`,e.style.marginLeft=r?-t/2+`px`:0,e.style.marginTop=r?-n/2+`px`:0)}let fe={passive:!0},N={...fe,capture:!0};function pe(e,t,n,r){t.addEventListener(e,n,r?N:fe)}function me(e,t,n,r){t.removeEventListener(e,n,fe)}D&&re();function he(e,t,n,r){let i;n||=0,r||=t.length-1;let a=r<=2147483647;for(;r-n>1;)i=a?n+r>>1:R((n+r)/2),t[i]<e?n=i:r=i;return e-t[n]<=t[r]-e?n:r}function ge(e){return(t,n,r)=>{let i=-1,a=-1;for(let a=n;a<=r;a++)if(e(t[a])){i=a;break}for(let i=r;i>=n;i--)if(e(t[i])){a=i;break}return[i,a]}}let P=e=>e!=null,_e=e=>e!=null&&e>0,ve=ge(P),ye=ge(_e);function be(e,t,n,r=0,i=!1){let a=i?ye:ve,o=i?_e:P;[t,n]=a(e,t,n);let s=e[t],c=e[t];if(t>-1){if(r==1)s=e[t],c=e[n];else if(r==-1)s=e[n],c=e[t];else for(let r=t;r<=n;r++){let t=e[r];o(t)&&(t<s?s=t:t>c&&(c=t))}}return[s??z,c??-z]}function xe(e,t,n,r){let i=Re(e),a=Re(t);e==t&&(i==-1?(e*=n,t/=n):(e/=n,t*=n));let o=n==10?ze:Be,s=i==1?R:Pe,c=a==1?Pe:R,l=s(o(Me(e))),u=c(o(Me(t))),d=Le(n,l),f=Le(n,u);return n==10&&(l<0&&(d=H(d,-l)),u<0&&(f=H(f,-u))),r||n==2?(e=d*i,t=f*a):(e=tt(e,d),t=et(t,f)),[e,t]}function Se(e,t,n,r){let i=xe(e,t,n,r);return e==0&&(i[0]=0),t==0&&(i[1]=0),i}let Ce=.1,we={mode:3,pad:Ce},Te={pad:0,soft:null,mode:0},F={min:Te,max:Te};function Ee(e,t,n,r){return dt(n)?Oe(e,t,n):(Te.pad=n,Te.soft=r?0:null,Te.mode=r?3:0,Oe(e,t,F))}function I(e,t){return e??t}function De(e,t,n){for(t=I(t,0),n=I(n,e.length-1);t<=n;){if(e[t]!=null)return!0;t++}return!1}function Oe(e,t,n){let r=n.min,i=n.max,a=I(r.pad,0),o=I(i.pad,0),s=I(r.hard,-z),c=I(i.hard,z),l=I(r.soft,z),u=I(i.soft,-z),d=I(r.mode,0),f=I(i.mode,0),p=t-e,m=ze(p),h=Ie(Me(e),Me(t)),g=ze(h),_=Me(g-m);(p<1e-24||_>10)&&(p=0,(e==0||t==0)&&(p=1e-24,d==2&&l!=z&&(a=0),f==2&&u!=-z&&(o=0)));let v=p||h||1e3,y=ze(v),b=Le(10,R(y)),x=H(tt(e-v*(p==0?e==0?.1:1:a),b/10),24),S=e>=l&&(d==1||d==3&&x<=l||d==2&&x>=l)?l:z,C=Ie(s,x<S&&e>=S?S:Fe(S,x)),w=H(et(t+v*(p==0?t==0?.1:1:o),b/10),24),T=t<=u&&(f==1||f==3&&w>=u||f==2&&w<=u)?u:-z,E=Fe(c,w>T&&t<=T?T:Ie(T,w));return C==E&&C==0&&(E=100),[C,E]}let ke=new Intl.NumberFormat(D?ne.language:`en-US`),Ae=e=>ke.format(e),L=Math,je=L.PI,Me=L.abs,R=L.floor,Ne=L.round,Pe=L.ceil,Fe=L.min,Ie=L.max,Le=L.pow,Re=L.sign,ze=L.log10,Be=L.log2,Ve=(e,t=1)=>L.sinh(e)*t,He=(e,t=1)=>L.asinh(e/t),z=1/0;function Ue(e){return(ze((e^e>>31)-(e>>31))|0)+1}function We(e,t,n){return Fe(Ie(e,t),n)}function Ge(e){return typeof e==`function`}function B(e){return Ge(e)?e:()=>e}let Ke=()=>{},qe=e=>e,Je=(e,t)=>t,Ye=e=>null,Xe=e=>!0,Ze=(e,t)=>e==t,Qe=/\\.\\d*?(?=9{6,}|0{6,})/gm,V=e=>{if(ct(e)||nt.has(e))return e;let t=`${e}`,n=t.match(Qe);if(n==null)return e;let r=n[0].length-1;if(t.indexOf(`e-`)!=-1){let[e,n]=t.split(`e`);return+`${V(e)}e${n}`}return H(e,r)};function $e(e,t){return V(H(V(e/t))*t)}function et(e,t){return V(Pe(V(e/t))*t)}function tt(e,t){return V(R(V(e/t))*t)}function H(e,t=0){if(ct(e))return e;let n=10**t,r=e*n*(1+2**-52);return Ne(r)/n}let nt=/* @__PURE__ */ new Map;function rt(e){return((``+e).split(`.`)[1]||``).length}function U(e,t,n,r){let i=[],a=r.map(rt);for(let o=t;o<n;o++){let t=Me(o),n=H(Le(e,o),t);for(let s=0;s<r.length;s++){let c=e==10?+`${r[s]}e${o}`:r[s]*n,l=(o>=0?0:t)+(o>=a[s]?0:a[s]),u=e==10?c:H(c,l);i.push(u),nt.set(u,l)}}return i}let it={},at=[],ot=[null,null],st=Array.isArray,ct=Number.isInteger,lt=e=>e===void 0;function ut(e){return typeof e==`string`}function dt(e){let t=!1;if(e!=null){let n=e.constructor;t=n==null||n==Object}return t}function ft(e){return typeof e==`object`&&!!e}let pt=Object.getPrototypeOf(Uint8Array),mt=`__proto__`;function ht(e,t=dt){let n;if(st(e)){let r=e.find(e=>e!=null);if(st(r)||t(r)){n=Array(e.length);for(let r=0;r<e.length;r++)n[r]=ht(e[r],t)}else n=e.slice()}else if(e instanceof pt)n=e.slice();else if(t(e)){n={};for(let r in e)r!=mt&&(n[r]=ht(e[r],t))}else n=e;return n}function gt(e){let t=arguments;for(let n=1;n<t.length;n++){let r=t[n];for(let t in r)t!=mt&&(dt(e[t])?gt(e[t],ht(r[t])):e[t]=ht(r[t]))}return e}function _t(e,t,n){for(let r=0,i,a=-1;r<t.length;r++){let o=t[r];if(o>a){for(i=o-1;i>=0&&e[i]==null;)e[i--]=null;for(i=o+1;i<n&&e[i]==null;)e[a=i++]=null}}}function vt(e,t){if(xt(e)){let t=e[0].slice();for(let n=1;n<e.length;n++)t.push(...e[n].slice(1));return St(t[0])||(t=bt(t)),t}let n=/* @__PURE__ */ new Set;for(let t=0;t<e.length;t++){let r=e[t][0],i=r.length;for(let e=0;e<i;e++)n.add(r[e])}let r=[Array.from(n).sort((e,t)=>e-t)],i=r[0].length,a=/* @__PURE__ */ new Map;for(let e=0;e<i;e++)a.set(r[0][e],e);for(let n=0;n<e.length;n++){let o=e[n],s=o[0];for(let e=1;e<o.length;e++){let c=o[e],l=Array(i).fill(void 0),u=t?t[n][e]:1,d=[];for(let e=0;e<c.length;e++){let t=c[e],n=a.get(s[e]);t===null?u!=0&&(l[n]=t,u==2&&d.push(n)):l[n]=t}_t(l,d,i),r.push(l)}}return r}let yt=typeof queueMicrotask>`u`?e=>Promise.resolve().then(e):queueMicrotask;function bt(e){let t=e[0],n=t.length,r=Array(n);for(let e=0;e<r.length;e++)r[e]=e;r.sort((e,n)=>t[e]-t[n]);let i=[];for(let t=0;t<e.length;t++){let a=e[t],o=Array(n);for(let e=0;e<n;e++)o[e]=a[r[e]];i.push(o)}return i}function xt(e){let t=e[0][0],n=t.length;for(let r=1;r<e.length;r++){let i=e[r][0];if(i.length!=n)return!1;if(i!=t){for(let e=0;e<n;e++)if(i[e]!=t[e])return!1}}return!0}function St(e,t=100){let n=e.length;if(n<=1)return!0;let r=0,i=n-1;for(;r<=i&&e[r]==null;)r++;for(;i>=r&&e[i]==null;)i--;if(i<=r)return!0;let a=Ie(1,R((i-r+1)/t));for(let t=e[r],n=r+a;n<=i;n+=a){let r=e[n];if(r!=null){if(r<=t)return!1;t=r}}return!0}let Ct=[`January`,`February`,`March`,`April`,`May`,`June`,`July`,`August`,`September`,`October`,`November`,`December`],wt=[`Sunday`,`Monday`,`Tuesday`,`Wednesday`,`Thursday`,`Friday`,`Saturday`];function Tt(e){return e.slice(0,3)}let Et=wt.map(Tt),Dt={MMMM:Ct,MMM:Ct.map(Tt),WWWW:wt,WWW:Et};function Ot(e){return(e<10?`0`:``)+e}function kt(e){return(e<10?`00`:e<100?`0`:``)+e}let At={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+``).slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>Ot(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>Ot(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>Ot(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?`PM`:`AM`,aa:e=>e.getHours()>=12?`pm`:`am`,a:e=>e.getHours()>=12?`p`:`a`,mm:e=>Ot(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>Ot(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>kt(e.getMilliseconds())};function jt(e,t){t||=Dt;let n=[],r=/\\{([a-z]+)\\}|[^{]+/gi,i;for(;i=r.exec(e);)n.push(i[0][0]==`{`?At[i[1]]:i[0]);return e=>{let r=``;for(let i=0;i<n.length;i++)r+=typeof n[i]==`string`?n[i]:n[i](e,t);return r}}let Mt=new Intl.DateTimeFormat().resolvedOptions().timeZone;function W(e,t){let n;return t==`UTC`||t==`Etc/UTC`?n=/* @__PURE__ */ new Date(+e+e.getTimezoneOffset()*6e4):t==Mt?n=e:(n=new Date(e.toLocaleString(`en-US`,{timeZone:t})),n.setMilliseconds(e.getMilliseconds())),n}let G=e=>e%1==0,Nt=[1,2,2.5,5],Pt=U(10,-32,0,Nt),Ft=U(10,0,32,Nt),It=Ft.filter(G),Lt=Pt.concat(Ft),Rt=`{YYYY}`,zt=`\n`+Rt,Bt=`{M}/{D}`,Vt=`\n`+Bt,Ht=Vt+`/{YY}`,Ut=`{aa}`,Wt=`{h}:{mm}`+Ut,Gt=`\n`+Wt,Kt=`:{ss}`;function qt(e){let t=e*1e3,n=t*60,r=n*60,i=r*24,a=i*30,o=i*365,s=(e==1?U(10,0,3,Nt).filter(G):U(10,-3,0,Nt)).concat([t,t*5,t*10,t*15,t*30,n,n*5,n*10,n*15,n*30,r,r*2,r*3,r*4,r*6,r*8,r*12,i,i*2,i*3,i*4,i*5,i*6,i*7,i*8,i*9,i*10,i*15,a,a*2,a*3,a*4,a*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,Rt,null,null,null,null,null,null,1],[i*28,`{MMM}`,zt,null,null,null,null,null,1],[i,Bt,zt,null,null,null,null,null,1],[r,`{h}`+Ut,Ht,null,Vt,null,null,null,1],[n,Wt,Ht,null,Vt,null,null,null,1],[t,Kt,Ht+` `+Wt,null,Vt+` `+Wt,null,Gt,null,1],[e,Kt+`.{fff}`,Ht+` `+Wt,null,Vt+` `+Wt,null,Gt,null,1]];function l(t){return(s,c,l,u,d,f)=>{let p=[],m=d>=o,h=d>=a&&d<o,g=t(l),_=H(g*e,3),v=rn(g.getFullYear(),m?0:g.getMonth(),h||m?1:g.getDate()),y=H(v*e,3);if(h||m){let n=h?d/a:0,r=m?d/o:0,i=_==y?_:H(rn(v.getFullYear()+r,v.getMonth()+n,1)*e,3),s=new Date(Ne(i/e)),c=s.getFullYear(),l=s.getMonth();for(let a=0;i<=u;a++){let o=rn(c+r*a,l+n*a,1),s=o-t(H(o*e,3));i=H((+o+s)*e,3),i<=u&&p.push(i)}}else{let a=d>=i?i:d,o=y+(R(l)-R(_))+et(_-y,a);p.push(o);let m=t(o),h=m.getHours()+m.getMinutes()/n+m.getSeconds()/r,g=d/r,v=f/s.axes[c]._space;for(;o=H(o+d,e==1?0:3),!(o>u);)if(g>1){let e=R(H(h+g,6))%24,n=t(o).getHours()-e;n>1&&(n=-1),o-=n*r,h=(h+g)%24;let i=p[p.length-1];H((o-i)/d,3)*v>=.7&&p.push(o)}else p.push(o)}return p}}return[s,c,l]}let[Jt,Yt,Xt]=qt(1),[Zt,Qt,$t]=qt(.001);U(2,-53,53,[1]);function en(e,t){return e.map(e=>e.map((n,r)=>r==0||r==8||n==null?n:t(r==1||e[8]==0?n:e[1]+n)))}function tn(e,t){return(n,r,i,a,o)=>{let s=t.find(e=>o>=e[0])||t[t.length-1],c,l,u,d,f,p;return r.map(t=>{let n=e(t),r=n.getFullYear(),i=n.getMonth(),a=n.getDate(),o=n.getHours(),m=n.getMinutes(),h=n.getSeconds(),g=r!=c&&s[2]||i!=l&&s[3]||a!=u&&s[4]||o!=d&&s[5]||m!=f&&s[6]||h!=p&&s[7]||s[1];return c=r,l=i,u=a,d=o,f=m,p=h,g(n)})}}function nn(e,t){let n=jt(t);return(t,r,i,a,o)=>r.map(t=>n(e(t)))}function rn(e,t,n){return new Date(e,t,n)}function an(e,t){return t(e)}function on(e,t){return(n,r,i,a)=>a==null?`--`:t(e(r))}function sn(e,t){let n=e.series[t];return n.width?n.stroke(e,t):n.points.width?n.points.stroke(e,t):null}function cn(e,t){return e.series[t].fill(e,t)}let ln={show:!0,live:!0,isolate:!1,mount:Ke,markers:{show:!0,width:2,stroke:sn,fill:cn,dash:`solid`},idx:null,idxs:null,values:[]};function un(e,t){let n=e.cursor.points,r=oe(),i=n.size(e,t);j(r,f,i),j(r,p,i);let a=i/-2;j(r,`marginLeft`,a),j(r,`marginTop`,a);let o=n.width(e,t,i);return o&&j(r,`borderWidth`,o),r}function dn(e,t){let n=e.series[t].points;return n._fill||n._stroke}function fn(e,t){let n=e.series[t].points;return n._stroke||n._fill}function pn(e,t){return e.series[t].points.size}let mn=[0,0];function hn(e,t,n){return mn[0]=t,mn[1]=n,mn}function gn(e,t,n,r=!0){return e=>{e.button!=0||r&&e.target!=t||n(e)}}function _n(e,t,n,r=!0){return e=>{r&&e.target!=t||n(e)}}let vn={show:!0,x:!0,y:!0,lock:!1,move:hn,points:{one:!1,show:un,size:pn,width:0,stroke:fn,fill:dn},bind:{mousedown:gn,mouseup:gn,click:gn,dblclick:gn,mousemove:_n,mouseleave:_n,mouseenter:_n},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,n,r,i)=>r-i,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},yn={show:!0,stroke:`rgba(0,0,0,0.07)`,width:2},bn=gt({},yn,{filter:Je}),xn=gt({},bn,{size:10}),Sn=gt({},yn,{show:!1}),Cn=`12px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\"`,wn=`bold `+Cn,Tn=1.5,En={show:!0,scale:`x`,stroke:_,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:wn,side:2,grid:bn,ticks:xn,border:Sn,font:Cn,lineGap:Tn,rotate:0},Dn={show:!0,scale:`x`,auto:!1,sorted:1,min:z,max:-1/0,idxs:[]};function On(e,t,n,r,i){return t.map(e=>e==null?``:Ae(e))}function kn(e,t,n,r,i,a,o){let s=[],c=nt.get(i)||0;n=o?n:H(et(n,i),c);for(let e=n;e<=r;e=H(e+i,c))s.push(Object.is(e,-0)?0:e);return s}function An(e,t,n,r,i,a,o){let s=[],c=e.scales[e.axes[t].scale].log,l=R((c==10?ze:Be)(n));i=Le(c,l),c==10&&(i=Lt[he(i,Lt)]);let u=n,d=i*c;c==10&&(d=Lt[he(d,Lt)]);do s.push(u),u+=i,c==10&&!nt.has(u)&&(u=H(u,nt.get(i))),u>=d&&(i=u,d=i*c,c==10&&(d=Lt[he(d,Lt)]));while(u<=r);return s}function jn(e,t,n,r,i,a,o){let s=e.scales[e.axes[t].scale].asinh,c=r>s?An(e,t,Ie(s,n),r,i):[s],l=r>=0&&n<=0?[0]:[];return(n<-s?An(e,t,Ie(s,-r),-n,i):[s]).reverse().map(e=>-e).concat(l,c)}let Mn=/./,Nn=/[12357]/,Pn=/[125]/,Fn=/1/,In=(e,t,n,r)=>e.map((e,i)=>t==4&&e==0||i%r==0&&n.test(e.toExponential()[+(e<0)])?e:null);function Ln(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=e.scales[o],c=e.valToPos,l=a._space,u=c(10,o),d=c(9,o)-u>=l?Mn:c(7,o)-u>=l?Nn:c(5,o)-u>=l?Pn:Fn;if(d==Fn){let e=Me(c(1,o)-u);if(e<l)return In(t.slice().reverse(),s.distr,d,Pe(l/e)).reverse()}return In(t,s.distr,d,1)}function Rn(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=a._space,c=e.valToPos,l=Me(c(1,o)-c(2,o));return l<s?In(t.slice().reverse(),3,Mn,Pe(s/l)).reverse():t}function zn(e,t,n,r){return r==null?`--`:t==null?``:Ae(t)}let Bn={show:!0,scale:`y`,stroke:_,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:wn,side:3,grid:bn,ticks:xn,border:Sn,font:Cn,lineGap:Tn,rotate:0};function Vn(e,t){return H((3+(e||1)*2)*t,3)}function Hn(e,t){let{scale:n,idxs:r}=e.series[0],i=e._data[0],a=e.valToPos(i[r[0]],n,!0),o=e.valToPos(i[r[1]],n,!0),s=Me(o-a)/(e.series[t].points.space*O);return r[1]-r[0]<=s}let Un={scale:null,auto:!0,sorted:0,min:z,max:-1/0},Wn=(e,t,n,r,i)=>i,Gn={show:!0,auto:!0,sorted:0,gaps:Wn,alpha:1,facets:[gt({},Un,{scale:`x`}),gt({},Un,{scale:`y`})]},Kn={scale:`y`,auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:Wn,alpha:1,points:{show:Hn,filter:null},values:null,min:z,max:-1/0,idxs:[],path:null,clip:null};function qn(e,t,n,r,i){return n/10}let Jn={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},Yn=gt({},Jn,{time:!1,ori:1}),Xn={};function Zn(e,t){let n=Xn[e];return n||(n={key:e,plots:[],sub(e){n.plots.push(e)},unsub(e){n.plots=n.plots.filter(t=>t!=e)},pub(e,t,r,i,a,o,s){for(let c=0;c<n.plots.length;c++)n.plots[c]!=t&&n.plots[c].pub(e,t,r,i,a,o,s)}},e!=null&&(Xn[e]=n)),n}function K(e,t,n){let r=e.mode,i=e.series[t],a=r==2?e._data[t]:e._data,o=e.scales,s=e.bbox,c=a[0],l=r==2?a[1]:a[t],u=r==2?o[i.facets[0].scale]:o[e.series[0].scale],d=r==2?o[i.facets[1].scale]:o[i.scale],f=s.left,p=s.top,m=s.width,h=s.height,g=e.valToPosH,_=e.valToPosV;return u.ori==0?n(i,c,l,u,d,g,_,f,p,m,h,ar,sr,lr,dr,pr):n(i,c,l,u,d,_,g,p,f,h,m,or,cr,ur,fr,mr)}function q(e,t){let n=0,r=0,i=I(e.bands,at);for(let e=0;e<i.length;e++){let a=i[e];a.series[0]==t?n=a.dir:a.series[1]==t&&(a.dir==1?r|=1:r|=2)}return[n,r==1?-1:r==2?1:r==3?2:0]}function Qn(e,t,n,r,i){let a=e.mode,o=e.series[t],s=a==2?o.facets[1].scale:o.scale,c=e.scales[s];return i==-1?c.min:i==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function $n(e,t,n,r,i,a){return K(e,t,(e,t,o,s,c,l,u,d,f,p,m)=>{let h=e.pxRound,g=s.dir*(s.ori==0?1:-1),_=s.ori==0?sr:cr,v,y;g==1?(v=n,y=r):(v=r,y=n);let b=h(l(t[v],s,p,d)),x=h(u(o[v],c,m,f)),S=h(l(t[y],s,p,d)),C=h(u(a==1?c.max:c.min,c,m,f)),w=new Path2D(i);return _(w,S,C),_(w,b,C),_(w,b,x),w})}function er(e,t,n,r,i,a){let o=null;if(e.length>0){o=new Path2D;let s=t==0?lr:ur,c=n;for(let t=0;t<e.length;t++){let n=e[t];if(n[1]>n[0]){let e=n[0]-c;e>0&&s(o,c,r,e,r+a),c=n[1]}}let l=n+i-c;l>0&&s(o,c,r-5,l,r+a+10)}return o}function tr(e,t,n){let r=e[e.length-1];r&&r[0]==t?r[1]=n:e.push([t,n])}function nr(e,t,n,r,i,a,o){let s=[],c=e.length;for(let l=i==1?n:r;l>=n&&l<=r;l+=i)if(t[l]===null){let u=l,d=l;if(i==1)for(;++l<=r&&t[l]===null;)d=l;else for(;--l>=n&&t[l]===null;)d=l;let f=a(e[u]),p=d==u?f:a(e[d]),m=u-i;f=o<=0&&m>=0&&m<c?a(e[m]):f;let h=d+i;p=o>=0&&h>=0&&h<c?a(e[h]):p,p>=f&&s.push([f,p])}return s}function rr(e){return e==0?qe:e==1?Ne:t=>$e(t,e)}function ir(e){let t=e==0?ar:or,n=e==0?(e,t,n,r,i,a)=>{e.arcTo(t,n,r,i,a)}:(e,t,n,r,i,a)=>{e.arcTo(n,t,i,r,a)},r=e==0?(e,t,n,r,i)=>{e.rect(t,n,r,i)}:(e,t,n,r,i)=>{e.rect(n,t,i,r)};return(e,i,a,o,s,c=0,l=0)=>{c==0&&l==0?r(e,i,a,o,s):(c=Fe(c,o/2,s/2),l=Fe(l,o/2,s/2),t(e,i+c,a),n(e,i+o,a,i+o,a+s,c),n(e,i+o,a+s,i,a+s,l),n(e,i,a+s,i,a,l),n(e,i,a,i+o,a,c),e.closePath())}}let ar=(e,t,n)=>{e.moveTo(t,n)},or=(e,t,n)=>{e.moveTo(n,t)},sr=(e,t,n)=>{e.lineTo(t,n)},cr=(e,t,n)=>{e.lineTo(n,t)},lr=ir(0),ur=ir(1),dr=(e,t,n,r,i,a)=>{e.arc(t,n,r,i,a)},fr=(e,t,n,r,i,a)=>{e.arc(n,t,r,i,a)},pr=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(t,n,r,i,a,o)},mr=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(n,t,i,r,o,a)};function hr(e){return(e,t,n,r,i)=>K(e,t,(t,a,o,s,c,l,u,d,f,p,m)=>{let{pxRound:h,points:g}=t,_,v;s.ori==0?(_=ar,v=dr):(_=or,v=fr);let y=H(g.width*O,3),b=(g.size-g.width)/2*O,x=H(b*2,3),S=new Path2D,C=new Path2D,{left:w,top:T,width:E,height:D}=e.bbox;lr(C,w-x,T-x,E+x*2,D+x*2);let ee=e=>{if(o[e]!=null){let t=h(l(a[e],s,p,d)),n=h(u(o[e],c,m,f));_(S,t+b,n),v(S,t,n,b,0,je*2)}};if(i)i.forEach(ee);else for(let e=n;e<=r;e++)ee(e);return{stroke:y>0?S:null,fill:S,clip:C,flags:3}})}function gr(e){return(t,n,r,i,a,o)=>{r!=i&&(a!=r&&o!=r&&e(t,n,r),a!=i&&o!=i&&e(t,n,i),e(t,n,o))}}let _r=gr(sr),vr=gr(cr);function yr(e){let t=I(e?.alignGaps,0);return(e,n,r,i)=>K(e,n,(a,o,s,c,l,u,d,f,p,m,h)=>{[r,i]=ve(s,r,i);let g=a.pxRound,_=e=>g(u(e,c,m,f)),v=e=>g(d(e,l,h,p)),y,b;c.ori==0?(y=sr,b=_r):(y=cr,b=vr);let x=c.dir*(c.ori==0?1:-1),S={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},C=S.stroke,w=!1;if(i-r>=m*4){let t=t=>e.posToVal(t,c.key,!0),n=null,a=null,l,u,d,f=_(o[x==1?r:i]),p=_(o[r]),m=_(o[i]),h=t(x==1?p+1:m-1);for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let r=o[e],i=(x==1?r<h:r>h)?f:_(r),c=s[e];i==f?c==null?c===null&&(w=!0):(u=c,n==null?(y(C,i,v(u)),l=n=a=u):u<n?n=u:u>a&&(a=u)):(n!=null&&b(C,f,v(n),v(a),v(l),v(u)),c==null?(n=a=null,c===null&&(w=!0)):(u=c,y(C,i,v(u)),n=a=l=u),f=i,h=t(f+x))}n!=null&&n!=a&&d!=f&&b(C,f,v(n),v(a),v(l),v(u))}else for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let t=s[e];t===null?w=!0:t!=null&&y(C,_(o[e]),v(t))}let[T,E]=q(e,n);if(a.fill!=null||T!=0){let t=S.fill=new Path2D(C),s=v(a.fillTo(e,n,a.min,a.max,T)),c=_(o[r]),l=_(o[i]);x==-1&&([l,c]=[c,l]),y(t,l,s),y(t,c,s)}if(!a.spanGaps){let l=[];w&&l.push(...nr(o,s,r,i,x,_,t)),S.gaps=l=a.gaps(e,n,r,i,l),S.clip=er(l,c.ori,f,p,m,h)}return E!=0&&(S.band=E==2?[$n(e,n,r,i,C,-1),$n(e,n,r,i,C,1)]:$n(e,n,r,i,C,E)),S})}function br(e){let t=I(e.align,1),n=I(e.ascDesc,!1),r=I(e.alignGaps,0),i=I(e.extend,!1);return(e,a,o,s)=>K(e,a,(c,l,u,d,f,p,m,h,g,_,v)=>{[o,s]=ve(u,o,s);let y=c.pxRound,{left:b,width:x}=e.bbox,S=e=>y(p(e,d,_,h)),C=e=>y(m(e,f,v,g)),w=d.ori==0?sr:cr,T={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},E=T.stroke,D=d.dir*(d.ori==0?1:-1),ee=C(u[D==1?o:s]),te=S(l[D==1?o:s]),ne=te,k=te;i&&t==-1&&(k=b,w(E,k,ee)),w(E,te,ee);for(let e=D==1?o:s;e>=o&&e<=s;e+=D){let n=u[e];if(n==null)continue;let r=S(l[e]),i=C(n);t==1?w(E,r,ee):w(E,ne,i),w(E,r,i),ee=i,ne=r}let re=ne;i&&t==1&&(re=b+x,w(E,re,ee));let[A,ie]=q(e,a);if(c.fill!=null||A!=0){let t=T.fill=new Path2D(E),n=C(c.fillTo(e,a,c.min,c.max,A));w(t,re,n),w(t,k,n)}if(!c.spanGaps){let i=[];i.push(...nr(l,u,o,s,D,S,r));let f=c.width*O/2,p=n||t==1?f:-f,m=n||t==-1?-f:f;i.forEach(e=>{e[0]+=p,e[1]+=m}),T.gaps=i=c.gaps(e,a,o,s,i),T.clip=er(i,d.ori,h,g,_,v)}return ie!=0&&(T.band=ie==2?[$n(e,a,o,s,E,-1),$n(e,a,o,s,E,1)]:$n(e,a,o,s,E,ie)),T})}function xr(e,t,n,r,i,a,o=z){if(e.length>1){let s=null;for(let c=0,l=1/0;c<e.length;c++)if(t[c]!==void 0){if(s!=null){let t=Me(e[c]-e[s]);t<l&&(l=t,o=Me(n(e[c],r,i,a)-n(e[s],r,i,a)))}s=c}}return o}function Sr(e){e||=it;let t=I(e.size,[.6,z,1]),n=e.align||0,r=e.gap||0,i=e.radius;i=i==null?[0,0]:typeof i==`number`?[i,0]:i;let a=B(i),o=1-t[0],s=I(t[1],z),c=I(t[2],1),l=I(e.disp,it),u=I(e.each,e=>{}),{fill:d,stroke:f}=l;return(e,t,i,p)=>K(e,t,(m,h,g,_,v,y,b,x,S,C,w)=>{let T=m.pxRound,E=n,D=r*O,ee=s*O,te=c*O,ne,k;_.ori==0?[ne,k]=a(e,t):[k,ne]=a(e,t);let re=_.dir*(_.ori==0?1:-1),A=_.ori==0?lr:ur,ie=_.ori==0?u:(e,t,n,r,i,a,o)=>{u(e,t,n,i,r,o,a)},j=I(e.bands,at).find(e=>e.series[0]==t),ae=j==null?0:j.dir,oe=m.fillTo(e,t,m.min,m.max,ae),se=T(b(oe,v,w,S)),ce,le,ue,M=C,de=T(m.width*O),fe=!1,N=null,pe=null,me=null,he=null;d!=null&&(de==0||f!=null)&&(fe=!0,N=d.values(e,t,i,p),pe=/* @__PURE__ */ new Map,new Set(N).forEach(e=>{e!=null&&pe.set(e,new Path2D)}),de>0&&(me=f.values(e,t,i,p),he=/* @__PURE__ */ new Map,new Set(me).forEach(e=>{e!=null&&he.set(e,new Path2D)})));let{x0:ge,size:P}=l;if(ge!=null&&P!=null){E=1,h=ge.values(e,t,i,p),ge.unit==2&&(h=h.map(t=>e.posToVal(x+t*C,_.key,!0)));let n=P.values(e,t,i,p);le=P.unit==2?n[0]*C:y(n[0],_,C,x)-y(0,_,C,x),M=xr(h,g,y,_,C,x,M),ue=M-le+D}else M=xr(h,g,y,_,C,x,M),ue=M*o+D,le=M-ue;ue<1&&(ue=0),de>=le/2&&(de=0),ue<5&&(T=qe);let _e=ue>0,ve=M-ue-(_e?de:0);le=T(We(ve,te,ee)),ce=(E==0?le/2:E==re?0:le)-E*re*((E==0?D/2:0)+(_e?de/2:0));let ye={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},be=fe?null:new Path2D,xe=null;if(j!=null)xe=e.data[j.series[1]];else{let{y0:n,y1:r}=l;n!=null&&r!=null&&(g=r.values(e,t,i,p),xe=n.values(e,t,i,p))}let Se=ne*le,Ce=k*le;for(let n=re==1?i:p;n>=i&&n<=p;n+=re){let r=g[n];if(r==null)continue;if(xe!=null){let e=xe[n]??0;if(r-e==0)continue;se=b(e,v,w,S)}let i=y(_.distr!=2||l!=null?h[n]:n,_,C,x),a=b(I(r,oe),v,w,S),o=T(i-ce),s=T(Ie(a,se)),c=T(Fe(a,se)),u=s-c;if(r!=null){let i=r<0?Ce:Se,a=r<0?Se:Ce;fe?(de>0&&me[n]!=null&&A(he.get(me[n]),o,c+R(de/2),le,Ie(0,u-de),i,a),N[n]!=null&&A(pe.get(N[n]),o,c+R(de/2),le,Ie(0,u-de),i,a)):A(be,o,c+R(de/2),le,Ie(0,u-de),i,a),ie(e,t,n,o-de/2,c,le+de,u)}}return de>0?ye.stroke=fe?he:be:fe||(ye._fill=m.width==0?m._fill:m._stroke??m._fill,ye.width=0),ye.fill=fe?pe:be,ye})}function Cr(e,t){let n=I(t?.alignGaps,0);return(t,r,i,a)=>K(t,r,(o,s,c,l,u,d,f,p,m,h,g)=>{[i,a]=ve(c,i,a);let _=o.pxRound,v=e=>_(d(e,l,h,p)),y=e=>_(f(e,u,g,m)),b,x,S;l.ori==0?(b=ar,S=sr,x=pr):(b=or,S=cr,x=mr);let C=l.dir*(l.ori==0?1:-1),w=v(s[C==1?i:a]),T=w,E=[],D=[];for(let e=C==1?i:a;e>=i&&e<=a;e+=C)if(c[e]!=null){let t=s[e],n=v(t);E.push(T=n),D.push(y(c[e]))}let ee={stroke:e(E,D,b,S,x,_),fill:null,clip:null,band:null,gaps:null,flags:1},te=ee.stroke,[ne,O]=q(t,r);if(o.fill!=null||ne!=0){let e=ee.fill=new Path2D(te),n=y(o.fillTo(t,r,o.min,o.max,ne));S(e,T,n),S(e,w,n)}if(!o.spanGaps){let e=[];e.push(...nr(s,c,i,a,C,v,n)),ee.gaps=e=o.gaps(t,r,i,a,e),ee.clip=er(e,l.ori,p,m,h,g)}return O!=0&&(ee.band=O==2?[$n(t,r,i,a,te,-1),$n(t,r,i,a,te,1)]:$n(t,r,i,a,te,O)),ee})}function wr(e){return Cr(Tr,e)}function Tr(e,t,n,r,i,a){let o=e.length;if(o<2)return null;let s=new Path2D;if(n(s,e[0],t[0]),o==2)r(s,e[1],t[1]);else{let n=Array(o),r=Array(o-1),a=Array(o-1),c=Array(o-1);for(let n=0;n<o-1;n++)a[n]=t[n+1]-t[n],c[n]=e[n+1]-e[n],r[n]=a[n]/c[n];n[0]=r[0];for(let e=1;e<o-1;e++)r[e]===0||r[e-1]===0||r[e-1]>0!=r[e]>0?n[e]=0:(n[e]=3*(c[e-1]+c[e])/((2*c[e]+c[e-1])/r[e-1]+(c[e]+2*c[e-1])/r[e]),isFinite(n[e])||(n[e]=0));n[o-1]=r[o-2];for(let r=0;r<o-1;r++)i(s,e[r]+c[r]/3,t[r]+n[r]*c[r]/3,e[r+1]-c[r]/3,t[r+1]-n[r+1]*c[r]/3,e[r+1],t[r+1])}return s}let Er=/* @__PURE__ */ new Set;function Dr(){for(let e of Er)e.syncRect(!0)}D&&(pe(`resize`,te,Dr),pe(`scroll`,te,Dr,!0),pe(E,te,()=>{J.pxRatio=O}));let Or=yr(),kr=hr();function Ar(e,t,n,r){return(r?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((e,r)=>Mr(e,r,t,n))}function jr(e,t){return e.map((e,n)=>n==0?{}:gt({},t,e))}function Mr(e,t,n,r){return gt({},t==0?n:r,e)}function Nr(e,t,n){return t==null?ot:[t,n]}let Pr=Nr;function Fr(e,t,n){return t==null?ot:Ee(t,n,Ce,!0)}function Ir(e,t,n,r){return t==null?ot:xe(t,n,e.scales[r].log,!1)}let Lr=Ir;function Rr(e,t,n,r){return t==null?ot:Se(t,n,e.scales[r].log,!1)}let zr=Rr;function Br(e,t,n,r,i){let a=Ie(Ue(e),Ue(t)),o=t-e,s=he(i/r*o,n);do{let e=n[s],t=r*e/o;if(t>=i&&a+(e<5?nt.get(e):0)<=17)return[e,t]}while(++s<n.length);return[0,0]}function Vr(e){let t,n;return e=e.replace(/(\\d+)px/,(e,r)=>(t=Ne((n=+r)*O))+`px`),[e,t,n]}function Hr(e){e.show&&[e.font,e.labelFont].forEach(e=>{let t=H(e[2]*O,1);e[0]=e[0].replace(/[0-9.]+px/,t+`px`),e[1]=t})}function J(e,t,n){let r={mode:I(e.mode,1)},i=r.mode;function a(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?1-i:i)}function o(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?i:1-i)}function s(e,t,n,r){return t.ori==0?a(e,t,n,r):o(e,t,n,r)}r.valToPosH=a,r.valToPosV=o;let c=!1;r.status=0;let l=r.root=oe(`uplot`);if(e.id!=null&&(l.id=e.id),A(l,e.class),e.title){let t=oe(`u-title`,l);t.textContent=e.title}let _=ae(`canvas`),T=r.ctx=_.getContext(`2d`),D=oe(`u-wrap`,l);pe(`click`,D,e=>{e.target===k&&(Y!=li||X!=ui)&&mi.click(r,e)},!0);let ne=r.under=oe(`u-under`,D);D.appendChild(_);let k=r.over=oe(`u-over`,D);e=ht(e);let re=+I(e.pxAlign,1),se=rr(re);(e.plugins||[]).forEach(t=>{t.opts&&(e=t.opts(r,e)||e)});let le=e.ms||.001,M=r.series=i==1?Ar(e.series||[],Dn,Kn,!1):jr(e.series||[null],Gn),fe=r.axes=Ar(e.axes||[],En,Bn,!0),N=r.scales={},ge=r.bands=e.bands||[];ge.forEach(e=>{e.fill=B(e.fill||null),e.dir=I(e.dir,-1)});let P=i==2?M[1].facets[0].scale:M[0].scale,_e={axes:qr,series:xr},ve=(e.drawOrder||[`axes`,`series`]).map(e=>_e[e]);function ye(e){let t=e.distr==3?t=>ze(t>0?t:e.clamp(r,t,e.min,e.max,e.key)):e.distr==4?t=>He(t,e.asinh):e.distr==100?t=>e.fwd(t):e=>e;return n=>{let r=t(n),{_min:i,_max:a}=e,o=a-i;return(r-i)/o}}function Te(t){let n=N[t];if(n==null){let r=(e.scales||it)[t]||it;if(r.from!=null){Te(r.from);let e=gt({},N[r.from],r,{key:t});e.valToPct=ye(e),N[t]=e}else{n=N[t]=gt({},t==P?Jn:Yn,r),n.key=t;let e=n.time,a=n.range,o=st(a);if((t!=P||i==2&&!e)&&(o&&(a[0]==null||a[1]==null)&&(a={min:a[0]==null?we:{mode:1,hard:a[0],soft:a[0]},max:a[1]==null?we:{mode:1,hard:a[1],soft:a[1]}},o=!1),!o&&dt(a))){let e=a;a=(t,n,r)=>n==null?ot:Ee(n,r,e)}n.range=B(a||(e?Pr:t==P?n.distr==3?Lr:n.distr==4?zr:Nr:n.distr==3?Ir:n.distr==4?Rr:Fr)),n.auto=B(!o&&n.auto),n.clamp=B(n.clamp||qn),n._min=n._max=null,n.valToPct=ye(n)}}}Te(`x`),Te(`y`),i==1&&M.forEach(e=>{Te(e.scale)}),fe.forEach(e=>{Te(e.scale)});for(let t in e.scales)Te(t);let F=N[P],Oe=F.distr,ke,Ae;F.ori==0?(A(l,`u-hz`),ke=a,Ae=o):(A(l,`u-vt`),ke=o,Ae=a);let L={};for(let e in N){let t=N[e];(t.min!=null||t.max!=null)&&(L[e]={min:t.min,max:t.max},t.min=t.max=null)}let R=e.tzDate||(e=>new Date(Ne(e/le))),Re=e.fmtDate||jt,Be=le==1?Xt(R):$t(R),Ue=tn(R,en(le==1?Yt:Qt,Re)),Ke=on(R,an(`{YYYY}-{MM}-{DD} {h}:{mm}{aa}`,Re)),qe=[],Qe=r.legend=gt({},ln,e.legend),V=r.cursor=gt({},vn,{drag:{y:i==2}},e.cursor),et=Qe.show,tt=V.show,U=Qe.markers;Qe.idxs=qe,U.width=B(U.width),U.dash=B(U.dash),U.stroke=B(U.stroke),U.fill=B(U.fill);let ct,pt,mt,_t=[],vt=[],bt,xt=!1,St={};if(Qe.live){let e=M[1]?M[1].values:null;xt=e!=null,bt=xt?e(r,1,0):{_:0};for(let e in bt)St[e]=`--`}if(et){if(ct=ae(`table`,`u-legend`,l),mt=ae(`tbody`,null,ct),Qe.mount(r,ct),xt){pt=ae(`thead`,null,ct,mt);let e=ae(`tr`,null,pt);for(var Ct in ae(`th`,null,e),bt)ae(`th`,d,e).textContent=Ct}else A(ct,`u-inline`),Qe.live&&A(ct,`u-live`)}let wt={show:!0},Tt={show:!1};function Et(e,t){if(t==0&&(xt||!Qe.live||i==2))return ot;let n=[],a=ae(`tr`,`u-series`,mt,mt.childNodes[t]);A(a,e.class),e.show||A(a,u);let o=ae(`th`,null,a);if(U.show){let e=oe(`u-marker`,o);if(t>0){let n=U.width(r,t);n&&(e.style.border=n+`px `+U.dash(r,t)+` `+U.stroke(r,t)),e.style.background=U.fill(r,t)}}let s=oe(d,o);for(var c in e.label instanceof HTMLElement?s.appendChild(e.label):s.textContent=e.label,t>0&&(U.show||(s.style.color=e.width>0?U.stroke(r,t):U.fill(r,t)),Ot(`click`,o,t=>{if(V._lock)return;gn(t);let n=M.indexOf(e);if((t.ctrlKey||t.metaKey)!=Qe.isolate){let e=M.some((e,t)=>t>0&&t!=n&&e.show);M.forEach((t,r)=>{r>0&&bi(r,e?r==n?wt:Tt:wt,!0,$.setSeries)})}else bi(n,{show:!e.show},!0,$.setSeries)},!1),bn&&Ot(S,o,t=>{V._lock||(gn(t),bi(M.indexOf(e),Oi,!0,$.setSeries))},!1)),bt){let e=ae(`td`,`u-value`,a);e.textContent=`--`,n.push(e)}return[a,n]}let Dt=/* @__PURE__ */ new Map;function Ot(e,t,n,i=!0){let a=Dt.get(t)||{},o=V.bind[e](r,t,n,i);o&&(pe(e,t,a[e]=o),Dt.set(t,a))}function kt(e,t,n){let r=Dt.get(t)||{};for(let n in r)(e==null||n==e)&&(me(n,t,r[n]),delete r[n]);e??Dt.delete(t)}let At=0,Mt=0,W=0,G=0,Nt=0,Pt=0,Ft=Nt,Rt=Pt,zt=W,Bt=G,Vt=0,Ht=0,Ut=0,Wt=0;r.bbox={};let Gt=!1,Kt=!1,qt=!1,rn=!1,sn=!1,cn=!1;function un(e,t,n){(n||e!=r.width||t!=r.height)&&dn(e,t),Jr(!1),qt=!0,Kt=!0,$r()}function dn(e,t){r.width=At=W=e,r.height=Mt=G=t,Nt=Pt=0,mn(),hn();let n=r.bbox;Vt=n.left=$e(Nt*O,.5),Ht=n.top=$e(Pt*O,.5),Ut=n.width=$e(W*O,.5),Wt=n.height=$e(G*O,.5)}function fn(){let e=!1,t=0;for(;!e;){t++;let n=Gr(t),i=Kr(t);e=t==3||n&&i,e||(dn(r.width,r.height),Kt=!0)}}function pn({width:e,height:t}){un(e,t)}r.setSize=pn;function mn(){let e=!1,t=!1,n=!1,r=!1;fe.forEach((i,a)=>{if(i.show&&i._show){let{side:a,_size:o}=i,s=a%2,c=o+(i.label==null?0:i.labelSize);c>0&&(s?(W-=c,a==3?(Nt+=c,r=!0):n=!0):(G-=c,a==0?(Pt+=c,e=!0):t=!0))}}),Fn[0]=e,Fn[1]=n,Fn[2]=t,Fn[3]=r,W-=Wn[1]+Wn[3],Nt+=Wn[3],G-=Wn[2]+Wn[0],Pt+=Wn[0]}function hn(){let e=Nt+W,t=Pt+G,n=Nt,r=Pt;function i(i,a){switch(i){case 1:return e+=a,e-a;case 2:return t+=a,t-a;case 3:return n-=a,n+a;case 0:return r-=a,r+a}}fe.forEach((e,t)=>{if(e.show&&e._show){let t=e.side;e._pos=i(t,e._size),e.label!=null&&(e._lpos=i(t,e.labelSize))}})}if(V.dataIdx==null){let e=V.hover,n=e.skip=new Set(e.skip??[]);n.add(void 0);let r=e.prox=B(e.prox),i=e.bias??=0;V.dataIdx=(e,a,o,s)=>{if(a==0)return o;let c=o,l=r(e,a,o,s)??z,u=l>=0&&l<z,d=F.ori==0?W:G,f=V.left,p=t[0],m=t[a];if(n.has(m[o])){c=null;let e=null,t=null,r;if(i==0||i==-1)for(r=o;e==null&&r-->0;)n.has(m[r])||(e=r);if(i==0||i==1)for(r=o;t==null&&r++<m.length;)n.has(m[r])||(t=r);if(e!=null||t!=null){if(u){let n=e==null?-1/0:ke(p[e],F,d,0),r=t==null?1/0:ke(p[t],F,d,0),i=f-n,a=r-f;i<=a?i<=l&&(c=e):a<=l&&(c=t)}else c=t==null?e:e==null?t:o-e<=t-o?e:t}}else u&&Me(f-ke(p[o],F,d,0))>l&&(c=null);return c}}let gn=e=>{V.event=e};V.idxs=qe,V._lock=!1;let _n=V.points;_n.show=B(_n.show),_n.size=B(_n.size),_n.stroke=B(_n.stroke),_n.width=B(_n.width),_n.fill=B(_n.fill);let yn=r.focus=gt({},e.focus||{alpha:.3},V.focus),bn=yn.prox>=0,xn=bn&&_n.one,Sn=[],Cn=[],wn=[];function Tn(e,t){let n=_n.show(r,t);if(n instanceof HTMLElement)return A(n,`u-cursor-pt`),A(n,e.class),ce(n,-10,-10,W,G),k.insertBefore(n,Sn[t]),n}function Mn(e,t){if(i==1||t>0){let t=i==1&&N[e.scale].time,n=e.value;e.value=t?ut(n)?on(R,an(n,Re)):n||Ke:n||zn,e.label=e.label||(t?`Time`:`Value`)}if(xn||t>0){e.width=e.width==null?1:e.width,e.paths=e.paths||Or||Ye,e.fillTo=B(e.fillTo||Qn),e.pxAlign=+I(e.pxAlign,re),e.pxRound=rr(e.pxAlign),e.stroke=B(e.stroke||null),e.fill=B(e.fill||null),e._stroke=e._fill=e._paths=e._focus=null;let t=Vn(Ie(1,e.width),1),n=e.points=gt({},{size:t,width:Ie(1,t*.2),stroke:e.stroke,space:t*2,paths:kr,_stroke:null,_fill:null},e.points);n.show=B(n.show),n.filter=B(n.filter),n.fill=B(n.fill),n.stroke=B(n.stroke),n.paths=B(n.paths),n.pxAlign=e.pxAlign}if(et){let n=Et(e,t);_t.splice(t,0,n[0]),vt.splice(t,0,n[1]),Qe.values.push(null)}if(tt){qe.splice(t,0,null);let n=null;xn?t==0&&(n=Tn(e,t)):t>0&&(n=Tn(e,t)),Sn.splice(t,0,n),Cn.splice(t,0,0),wn.splice(t,0,0)}ra(`addSeries`,t)}function Nn(e,t){t??=M.length,e=i==1?Mr(e,t,Dn,Kn):Mr(e,t,{},Gn),M.splice(t,0,e),Mn(M[t],t)}r.addSeries=Nn;function Pn(e){if(M.splice(e,1),et){Qe.values.splice(e,1),vt.splice(e,1);let t=_t.splice(e,1)[0];kt(null,t.firstChild),t.remove()}tt&&(qe.splice(e,1),Sn.splice(e,1)[0].remove(),Cn.splice(e,1),wn.splice(e,1)),ra(`delSeries`,e)}r.delSeries=Pn;let Fn=[!1,!1,!1,!1];function In(e,t){if(e._show=e.show,e.show){let n=e.side%2,i=N[e.scale];i??=(e.scale=n?M[1].scale:P,N[e.scale]);let a=i.time;e.size=B(e.size),e.space=B(e.space),e.rotate=B(e.rotate),st(e.incrs)&&e.incrs.forEach(e=>{!nt.has(e)&&nt.set(e,rt(e))}),e.incrs=B(e.incrs||(i.distr==2?It:a?le==1?Jt:Zt:Lt)),e.splits=B(e.splits||(a&&i.distr==1?Be:i.distr==3?An:i.distr==4?jn:kn)),e.stroke=B(e.stroke),e.grid.stroke=B(e.grid.stroke),e.ticks.stroke=B(e.ticks.stroke),e.border.stroke=B(e.border.stroke);let o=e.values;e.values=st(o)&&!st(o[0])?B(o):a?st(o)?tn(R,en(o,Re)):ut(o)?nn(R,o):o||Ue:o||On,e.filter=B(e.filter||(i.distr>=3&&i.log==10?Ln:i.distr==3&&i.log==2?Rn:Je)),e.font=Vr(e.font),e.labelFont=Vr(e.labelFont),e._size=e.size(r,null,t,0),e._space=e._rotate=e._incrs=e._found=e._splits=e._values=null,e._size>0&&(Fn[t]=!0,e._el=oe(`u-axis`,D))}}function Hn(e,t,n,r){let[i,a,o,s]=n,c=t%2,l=0;return c==0&&(s||a)&&(l=t==0&&!i||t==2&&!o?Ne(En.size/3):0),c==1&&(i||o)&&(l=t==1&&!a||t==3&&!s?Ne(Bn.size/2):0),l}let Un=r.padding=(e.padding||[Hn,Hn,Hn,Hn]).map(e=>B(I(e,Hn))),Wn=r._padding=Un.map((e,t)=>e(r,t,Fn,0)),Xn,K=null,q=null,$n=i==1?M[0].idxs:null,er=null,tr=!1;function nr(e,n){if(t=e??[],r.data=r._data=t,i==2){Xn=0;for(let e=1;e<M.length;e++)Xn+=t[e][0].length}else{t.length==0&&(r.data=r._data=t=[[]]),er=t[0],Xn=er.length;let e=t;if(Oe==2){e=t.slice();let n=e[0]=Array(Xn);for(let e=0;e<Xn;e++)n[e]=e}r._data=t=e}if(Jr(!0),ra(`setData`),Oe==2&&(qt=!0),n!==!1){let e=F;e.auto(r,tr)?ir():yi(P,e.min,e.max),rn||=V.left>=0,cn=!0,$r()}}r.setData=nr;function ir(){tr=!0;let e,n;i==1&&(Xn>0?(K=$n[0]=0,q=$n[1]=Xn-1,e=t[0][K],n=t[0][q],Oe==2?(e=K,n=q):e==n&&(Oe==3?[e,n]=xe(e,e,F.log,!1):Oe==4?[e,n]=Se(e,e,F.log,!1):F.time?n=e+Ne(86400/le):[e,n]=Ee(e,n,Ce,!0))):(K=$n[0]=e=null,q=$n[1]=n=null)),yi(P,e,n)}let ar,or,sr,cr,lr,ur,dr,fr,pr,mr;function hr(e,t,n,r,i,a){e??=v,n??=at,r??=`butt`,i??=v,a??=`round`,e!=ar&&(T.strokeStyle=ar=e),i!=or&&(T.fillStyle=or=i),t!=sr&&(T.lineWidth=sr=t),a!=lr&&(T.lineJoin=lr=a),r!=ur&&(T.lineCap=ur=r),n!=cr&&T.setLineDash(cr=n)}function gr(e,t,n,r){t!=or&&(T.fillStyle=or=t),e!=dr&&(T.font=dr=e),n!=fr&&(T.textAlign=fr=n),r!=pr&&(T.textBaseline=pr=r)}function _r(e,t,n,i,a=0){if(i.length>0&&e.auto(r,tr)&&(t==null||t.min==null)){let t=I(K,0),r=I(q,i.length-1),o=n.min==null?be(i,t,r,a,e.distr==3):[n.min,n.max];e.min=Fe(e.min,n.min=o[0]),e.max=Ie(e.max,n.max=o[1])}}let vr={min:null,max:null};function yr(){for(let e in N){let t=N[e];L[e]==null&&(t.min==null||L[P]!=null&&t.auto(r,tr))&&(L[e]=vr)}for(let e in N){let t=N[e];L[e]==null&&t.from!=null&&L[t.from]!=null&&(L[e]=vr)}L[P]!=null&&Jr(!0);let e={};for(let t in L){let n=L[t];if(n!=null){let a=e[t]=ht(N[t],ft);if(n.min!=null)gt(a,n);else if(t!=P||i==2){if(Xn==0&&a.from==null){let e=a.range(r,null,null,t);a.min=e[0],a.max=e[1]}else a.min=z,a.max=-1/0}}}if(Xn>0){M.forEach((n,a)=>{if(i==1){let i=n.scale,o=L[i];if(o==null)return;let s=e[i];if(a==0){let e=s.range(r,s.min,s.max,i);s.min=e[0],s.max=e[1],K=he(s.min,t[0]),q=he(s.max,t[0]),q-K>1&&(t[0][K]<s.min&&K++,t[0][q]>s.max&&q--),n.min=er[K],n.max=er[q]}else n.show&&n.auto&&_r(s,o,n,t[a],n.sorted);n.idxs[0]=K,n.idxs[1]=q}else if(a>0&&n.show&&n.auto){let[r,i]=n.facets,o=r.scale,s=i.scale,[c,l]=t[a],u=e[o],d=e[s];u!=null&&_r(u,L[o],r,c,r.sorted),d!=null&&_r(d,L[s],i,l,i.sorted),n.min=i.min,n.max=i.max}});for(let t in e){let n=e[t],i=L[t];if(n.from==null&&(i==null||i.min==null)){let e=n.range(r,n.min==z?null:n.min,n.max==-1/0?null:n.max,t);n.min=e[0],n.max=e[1]}}}for(let t in e){let n=e[t];if(n.from!=null){let i=e[n.from];if(i.min==null)n.min=n.max=null;else{let e=n.range(r,i.min,i.max,t);n.min=e[0],n.max=e[1]}}}let n={},a=!1;for(let t in e){let r=e[t],i=N[t];if(i.min!=r.min||i.max!=r.max){i.min=r.min,i.max=r.max;let e=i.distr;i._min=e==3?ze(i.min):e==4?He(i.min,i.asinh):e==100?i.fwd(i.min):i.min,i._max=e==3?ze(i.max):e==4?He(i.max,i.asinh):e==100?i.fwd(i.max):i.max,n[t]=a=!0}}if(a){M.forEach((e,t)=>{i==2?t>0&&n.y&&(e._paths=null):n[e.scale]&&(e._paths=null)});for(let e in n)qt=!0,ra(`setScale`,e);tt&&V.left>=0&&(rn=cn=!0)}for(let e in L)L[e]=null}function br(e){let t=We(K-1,0,Xn-1),n=We(q+1,0,Xn-1);for(;e[t]==null&&t>0;)t--;for(;e[n]==null&&n<Xn-1;)n++;return[t,n]}function xr(){if(Xn>0){let e=M.some(e=>e._focus)&&mr!=yn.alpha;e&&(T.globalAlpha=mr=yn.alpha),M.forEach((e,n)=>{if(n>0&&e.show&&(Sr(n,!1),Sr(n,!0),e._paths==null)){let a=mr;mr!=e.alpha&&(T.globalAlpha=mr=e.alpha);let o=i==2?[0,t[n][0].length-1]:br(t[n]);e._paths=e.paths(r,n,o[0],o[1]),mr!=a&&(T.globalAlpha=mr=a)}}),M.forEach((e,t)=>{if(t>0&&e.show){let n=mr;mr!=e.alpha&&(T.globalAlpha=mr=e.alpha),e._paths!=null&&Cr(t,!1);{let n=e._paths==null?null:e._paths.gaps,i=e.points.show(r,t,K,q,n),a=e.points.filter(r,t,i,n);(i||a)&&(e.points._paths=e.points.paths(r,t,K,q,a),Cr(t,!0))}mr!=n&&(T.globalAlpha=mr=n),ra(`drawSeries`,t)}}),e&&(T.globalAlpha=mr=1)}}function Sr(e,t){let n=t?M[e].points:M[e];n._stroke=n.stroke(r,e),n._fill=n.fill(r,e)}function Cr(e,t){let n=t?M[e].points:M[e],{stroke:r,fill:i,clip:a,flags:o,_stroke:s=n._stroke,_fill:c=n._fill,_width:l=n.width}=n._paths;l=H(l*O,3);let u=null,d=l%2/2;t&&c==null&&(c=l>0?`#fff`:s);let f=n.pxAlign==1&&d>0;if(f&&T.translate(d,d),!t){let e=Vt-l/2,t=Ht-l/2,n=Ut+l,r=Wt+l;u=new Path2D,u.rect(e,t,n,r)}t?Tr(s,l,n.dash,n.cap,c,r,i,o,a):wr(e,s,l,n.dash,n.cap,c,r,i,o,u,a),f&&T.translate(-d,-d)}function wr(e,n,i,a,o,s,c,l,u,d,f){let p=!1;u!=0&&ge.forEach((m,h)=>{if(m.series[0]==e){let e=M[m.series[1]],g=t[m.series[1]],_=(e._paths||it).band;st(_)&&(_=m.dir==1?_[0]:_[1]);let v,y=null;e.show&&_&&De(g,K,q)?(y=m.fill(r,h)||s,v=e._paths.clip):_=null,Tr(n,i,a,o,y,c,l,u,d,f,v,_),p=!0}}),p||Tr(n,i,a,o,s,c,l,u,d,f)}function Tr(e,t,n,r,i,a,o,s,c,l,u,d){hr(e,t,n,r,i),(c||l||d)&&(T.save(),c&&T.clip(c),l&&T.clip(l)),d?(s&3)==3?(T.clip(d),u&&T.clip(u),J(i,o),Dr(e,a,t)):s&2?(J(i,o),T.clip(d),Dr(e,a,t)):s&1&&(T.save(),T.clip(d),u&&T.clip(u),J(i,o),T.restore(),Dr(e,a,t)):(J(i,o),Dr(e,a,t)),(c||l||d)&&T.restore()}function Dr(e,t,n){n>0&&(t instanceof Map?t.forEach((e,t)=>{T.strokeStyle=ar=t,T.stroke(e)}):t!=null&&e&&T.stroke(t))}function J(e,t){t instanceof Map?t.forEach((e,t)=>{T.fillStyle=or=t,T.fill(e)}):t!=null&&e&&T.fill(t)}function Ur(e,t,n,i){let a=fe[e],o;if(i<=0)o=[0,0];else{let s=a._space=a.space(r,e,t,n,i);o=Br(t,n,a._incrs=a.incrs(r,e,t,n,i,s),i,s)}return a._found=o}function Wr(e,t,n,r,i,a,o,s,c,l){let u=o%2/2;re==1&&T.translate(u,u),hr(s,o,c,l,s),T.beginPath();let d,f,p,m,h=i+(r==0||r==3?-a:a);n==0?(f=i,m=h):(d=i,p=h);for(let r=0;r<e.length;r++)t[r]!=null&&(n==0?d=p=e[r]:f=m=e[r],T.moveTo(d,f),T.lineTo(p,m));T.stroke(),re==1&&T.translate(-u,-u)}function Gr(e){let t=!0;return fe.forEach((n,i)=>{if(!n.show)return;let a=N[n.scale];if(a.min==null){n._show&&(t=!1,n._show=!1,Jr(!1));return}n._show||(t=!1,n._show=!0,Jr(!1));let o=n.side,s=o%2,{min:c,max:l}=a,[u,d]=Ur(i,c,l,s==0?W:G);if(d==0)return;let f=a.distr==2,p=n._splits=n.splits(r,i,c,l,u,d,f),m=a.distr==2?p.map(e=>er[e]):p,h=a.distr==2?er[p[1]]-er[p[0]]:u,g=n._values=n.values(r,n.filter(r,m,i,d,h),i,d,h);n._rotate=o==2?n.rotate(r,g,i,d):0;let _=n._size;n._size=Pe(n.size(r,g,i,e)),_!=null&&n._size!=_&&(t=!1)}),t}function Kr(e){let t=!0;return Un.forEach((n,i)=>{let a=n(r,i,Fn,e);a!=Wn[i]&&(t=!1),Wn[i]=a}),t}function qr(){for(let e=0;e<fe.length;e++){let t=fe[e];if(!t.show||!t._show)continue;let n=t.side,i=n%2,a,o,c=t.stroke(r,e),l=n==0||n==3?-1:1,[u,d]=t._found;if(t.label!=null){let s=t.labelGap*l,f=Ne((t._lpos+s)*O);gr(t.labelFont[0],c,`center`,n==2?`top`:m),T.save(),i==1?(a=o=0,T.translate(f,Ne(Ht+Wt/2)),T.rotate((n==3?-je:je)/2)):(a=Ne(Vt+Ut/2),o=f);let p=Ge(t.label)?t.label(r,e,u,d):t.label;T.fillText(p,a,o),T.restore()}if(d==0)continue;let f=N[t.scale],p=i==0?Ut:Wt,_=i==0?Vt:Ht,v=t._splits,y=f.distr==2?v.map(e=>er[e]):v,b=f.distr==2?er[v[1]]-er[v[0]]:u,x=t.ticks,S=t.border,C=x.show?x.size:0,w=Ne(C*O),E=Ne((t.alignTo==2?t._size-C-t.gap:t.gap)*O),D=t._rotate*-je/180,ee=se(t._pos*O),te=ee+(w+E)*l;o=i==0?te:0,a=i==1?te:0;let ne=t.font[0];gr(ne,c,t.align==1?h:t.align==2?g:D>0?h:D<0?g:i==0?`center`:n==3?g:h,D||i==1?`middle`:n==2?`top`:m);let k=t.font[1]*t.lineGap,re=v.map(e=>se(s(e,f,p,_))),A=t._values;for(let e=0;e<A.length;e++){let t=A[e];if(t!=null){i==0?a=re[e]:o=re[e],t=``+t;let n=t.indexOf(`\n`)==-1?[t]:t.split(/\\n/gm);for(let e=0;e<n.length;e++){let t=n[e];D?(T.save(),T.translate(a,o+e*k),T.rotate(D),T.fillText(t,0,0),T.restore()):T.fillText(t,a,o+e*k)}}}x.show&&Wr(re,x.filter(r,y,e,d,b),i,n,ee,w,H(x.width*O,3),x.stroke(r,e),x.dash,x.cap);let ie=t.grid;ie.show&&Wr(re,ie.filter(r,y,e,d,b),i,i==0?2:1,i==0?Ht:Vt,i==0?Wt:Ut,H(ie.width*O,3),ie.stroke(r,e),ie.dash,ie.cap),S.show&&Wr([ee],[1],+(i==0),i==0?1:2,i==1?Ht:Vt,i==1?Wt:Ut,H(S.width*O,3),S.stroke(r,e),S.dash,S.cap)}ra(`drawAxes`)}function Jr(e){M.forEach((t,n)=>{n>0&&(t._paths=null,e&&(i==1?(t.min=null,t.max=null):t.facets.forEach(e=>{e.min=null,e.max=null})))})}let Yr=!1,Xr=!1,Zr=[];function Qr(){Xr=!1;for(let e=0;e<Zr.length;e++)ra(...Zr[e]);Zr.length=0}function $r(){Yr||=(yt(ti),!0)}function ei(e,t=!1){Yr=!0,Xr=t,e(r),ti(),t&&Zr.length>0&&queueMicrotask(Qr)}r.batch=ei;function ti(){if(Gt&&=(yr(),!1),qt&&=(fn(),!1),Kt){if(j(ne,h,Nt),j(ne,`top`,Pt),j(ne,f,W),j(ne,p,G),j(k,h,Nt),j(k,`top`,Pt),j(k,f,W),j(k,p,G),j(D,f,At),j(D,p,Mt),_.width=Ne(At*O),_.height=Ne(Mt*O),fe.forEach(({_el:e,_show:t,_size:n,_pos:r,side:i})=>{if(e!=null){if(t){let t=i===3||i===0?n:0,a=i%2==1;j(e,a?`left`:`top`,r-t),j(e,a?`width`:`height`,n),j(e,a?`top`:`left`,a?Pt:Nt),j(e,a?`height`:`width`,a?G:W),ie(e,u)}else A(e,u)}}),ar=or=sr=lr=ur=dr=fr=pr=cr=null,mr=1,Vi(!0),Nt!=Ft||Pt!=Rt||W!=zt||G!=Bt){Jr(!1);let e=W/zt,t=G/Bt;if(tt&&!rn&&V.left>=0){V.left*=e,V.top*=t,ai&&ce(ai,Ne(V.left),0,W,G),oi&&ce(oi,0,Ne(V.top),W,G);for(let n=0;n<Sn.length;n++){let r=Sn[n];r!=null&&(Cn[n]*=e,wn[n]*=t,ce(r,Pe(Cn[n]),Pe(wn[n]),W,G))}}if(Q.show&&!sn&&Q.left>=0&&Q.width>0){Q.left*=e,Q.width*=e,Q.top*=t,Q.height*=t;for(let e in Wi)j(gi,e,Q[e])}Ft=Nt,Rt=Pt,zt=W,Bt=G}ra(`setSize`),Kt=!1}At>0&&Mt>0&&(T.clearRect(0,0,_.width,_.height),ra(`drawClear`),ve.forEach(e=>e()),ra(`draw`)),Q.show&&sn&&(_i(Q),sn=!1),tt&&rn&&(zi(null,!0,!1),rn=!1),Qe.show&&Qe.live&&cn&&(Li(),cn=!1),c||(c=!0,r.status=1,ra(`ready`)),tr=!1,Yr=!1}r.redraw=(e,t)=>{qt=t||!1,e===!1?$r():yi(P,F.min,F.max)};function ni(e,n){let i=N[e];if(i.from==null){if(Xn==0){let t=i.range(r,n.min,n.max,e);n.min=t[0],n.max=t[1]}if(n.min>n.max){let e=n.min;n.min=n.max,n.max=e}if(Xn>1&&n.min!=null&&n.max!=null&&n.max-n.min<1e-16)return;e==P&&i.distr==2&&Xn>0&&(n.min=he(n.min,t[0]),n.max=he(n.max,t[0]),n.min==n.max&&n.max++),L[e]=n,Gt=!0,$r()}}r.setScale=ni;let ri,ii,ai,oi,si,ci,li,ui,di,fi,Y,X,pi=!1,mi=V.drag,hi=mi.x,Z=mi.y;tt&&(V.x&&(ri=oe(`u-cursor-x`,k)),V.y&&(ii=oe(`u-cursor-y`,k)),F.ori==0?(ai=ri,oi=ii):(ai=ii,oi=ri),Y=V.left,X=V.top);let Q=r.select=gt({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),gi=Q.show?oe(`u-select`,Q.over?k:ne):null;function _i(e,t){if(Q.show){for(let t in e)Q[t]=e[t],t in Wi&&j(gi,t,e[t]);t!==!1&&ra(`setSelect`)}}r.setSelect=_i;function vi(e){if(M[e].show)et&&ie(_t[e],u);else if(et&&A(_t[e],u),tt){let t=xn?Sn[0]:Sn[e];t!=null&&ce(t,-10,-10,W,G)}}function yi(e,t,n){ni(e,{min:t,max:n})}function bi(e,t,n,a){t.focus!=null&&ki(e),t.show!=null&&M.forEach((n,r)=>{r>0&&(e==r||e==null)&&(n.show=t.show,vi(r),i==2?(yi(n.facets[0].scale,null,null),yi(n.facets[1].scale,null,null)):yi(n.scale,null,null),$r())}),n!==!1&&ra(`setSeries`,e,t),a&&sa(`setSeries`,r,e,t)}r.setSeries=bi;function xi(e,t){gt(ge[e],t)}function Si(e,t){e.fill=B(e.fill||null),e.dir=I(e.dir,-1),t??=ge.length,ge.splice(t,0,e)}function Ci(e){e==null?ge.length=0:ge.splice(e,1)}r.addBand=Si,r.setBand=xi,r.delBand=Ci;function wi(e,t){M[e].alpha=t,tt&&Sn[e]!=null&&(Sn[e].style.opacity=t),et&&_t[e]&&(_t[e].style.opacity=t)}let Ti,Ei,Di,Oi={focus:!0};function ki(e){if(e!=Di){let t=e==null,n=yn.alpha!=1;M.forEach((r,a)=>{if(i==1||a>0){let i=t||a==0||a==e;r._focus=t?null:i,n&&wi(a,i?1:yn.alpha)}}),Di=e,n&&$r()}}et&&bn&&Ot(C,ct,e=>{V._lock||(gn(e),Di!=null&&bi(null,Oi,!0,$.setSeries))});function Ai(e,t,n){let r=N[t];n&&(e=e/O-(r.ori==1?Pt:Nt));let i=W;r.ori==1&&(i=G,e=i-e),r.dir==-1&&(e=i-e);let a=r._min,o=r._max,s=e/i,c=a+(o-a)*s,l=r.distr;return l==3?Le(10,c):l==4?Ve(c,r.asinh):l==100?r.bwd(c):c}function ji(e,n){return he(Ai(e,P,n),t[0],K,q)}r.valToIdx=e=>he(e,t[0]),r.posToIdx=ji,r.posToVal=Ai,r.valToPos=(e,t,n)=>N[t].ori==0?a(e,N[t],n?Ut:W,n?Vt:0):o(e,N[t],n?Wt:G,n?Ht:0),r.setCursor=(e,t,n)=>{Y=e.left,X=e.top,zi(null,t,n)};function Mi(e,t){j(gi,h,Q.left=e),j(gi,f,Q.width=t)}function Ni(e,t){j(gi,`top`,Q.top=e),j(gi,p,Q.height=t)}let Pi=F.ori==0?Mi:Ni,Fi=F.ori==1?Mi:Ni;function Ii(){if(et&&Qe.live)for(let e=+(i==2);e<M.length;e++){if(e==0&&xt)continue;let t=Qe.values[e],n=0;for(let r in t)vt[e][n++].firstChild.nodeValue=t[r]}}function Li(e,t){if(e!=null&&(e.idxs?e.idxs.forEach((e,t)=>{qe[t]=e}):lt(e.idx)||qe.fill(e.idx),Qe.idx=qe[0]),et&&Qe.live){for(let e=0;e<M.length;e++)(e>0||i==1&&!xt)&&Ri(e,qe[e]);Ii()}cn=!1,t!==!1&&ra(`setLegend`)}r.setLegend=Li;function Ri(e,n){let i=M[e],a=e==0&&Oe==2?er:t[e],o;xt?o=i.values(r,e,n)??St:(o=i.value(r,n==null?null:a[n],e,n),o=o==null?St:{_:o}),Qe.values[e]=o}function zi(e,n,a){di=Y,fi=X,[Y,X]=V.move(r,Y,X),V.left=Y,V.top=X,tt&&(ai&&ce(ai,Ne(Y),0,W,G),oi&&ce(oi,0,Ne(X),W,G));let o,s=K>q;Ti=z,Ei=null;let c=F.ori==0?W:G,l=F.ori==1?W:G;if(Y<0||Xn==0||s){o=V.idx=null;for(let e=0;e<M.length;e++){let t=Sn[e];t!=null&&ce(t,-10,-10,W,G)}bn&&bi(null,Oi,!0,e==null&&$.setSeries),Qe.live&&(qe.fill(o),cn=!0)}else{let e,n,a;i==1&&(e=F.ori==0?Y:X,n=Ai(e,P),o=V.idx=he(n,t[0],K,q),a=ke(t[0][o],F,c,0));let s=-10,u=-10,d=0,f=0,p=!0,m=``,h=``;for(let e=+(i==2);e<M.length;e++){let g=M[e],_=qe[e],v=_==null?null:i==1?t[e][_]:t[e][1][_],y=V.dataIdx(r,e,o,n),b=y==null?null:i==1?t[e][y]:t[e][1][y];if(cn=cn||b!=v||y!=_,qe[e]=y,e>0&&g.show){let n=y==null?-10:y==o?a:ke(i==1?t[0][y]:t[e][0][y],F,c,0),_=b==null?-10:Ae(b,i==1?N[g.scale]:N[g.facets[1].scale],l,0);if(bn&&b!=null){let t=F.ori==1?Y:X,n=Me(yn.dist(r,e,y,_,t));if(n<Ti){let r=yn.bias;if(r!=0){let i=Ai(t,g.scale),a=b>=0?1:-1,o=i>=0?1:-1;o==a&&(o==1?r==1?b>=i:b<=i:r==1?b<=i:b>=i)&&(Ti=n,Ei=e)}else Ti=n,Ei=e}}if(cn||xn){let t,i;F.ori==0?(t=n,i=_):(t=_,i=n);let a,o,c,l,g,v,y=!0,b=_n.bbox;if(b!=null){y=!1;let t=b(r,e);c=t.left,l=t.top,a=t.width,o=t.height}else c=t,l=i,a=o=_n.size(r,e);if(v=_n.fill(r,e),g=_n.stroke(r,e),xn)e==Ei&&Ti<=yn.prox&&(s=c,u=l,d=a,f=o,p=y,m=v,h=g);else{let t=Sn[e];t!=null&&(Cn[e]=c,wn[e]=l,de(t,a,o,y),ue(t,v,g),ce(t,Pe(c),Pe(l),W,G))}}}}if(xn){let e=yn.prox;if(cn||(Di==null?Ti<=e:Ti>e||Ei!=Di)){let e=Sn[0];e!=null&&(Cn[0]=s,wn[0]=u,de(e,d,f,p),ue(e,m,h),ce(e,Pe(s),Pe(u),W,G))}}}if(Q.show&&pi){if(e!=null){let[t,n]=$.scales,[r,i]=$.match,[a,o]=e.cursor.sync.scales,s=e.cursor.drag;if(hi=s._x,Z=s._y,hi||Z){let{left:s,top:u,width:d,height:f}=e.select,p=e.scales[a].ori,m=e.posToVal,h,g,_,v,y,b=t!=null&&r(t,a),x=n!=null&&i(n,o);b&&hi?(p==0?(h=s,g=d):(h=u,g=f),_=N[t],v=ke(m(h,a),_,c,0),y=ke(m(h+g,a),_,c,0),Pi(Fe(v,y),Me(y-v))):Pi(0,c),x&&Z?(p==1?(h=s,g=d):(h=u,g=f),_=N[n],v=Ae(m(h,o),_,l,0),y=Ae(m(h+g,o),_,l,0),Fi(Fe(v,y),Me(y-v))):Fi(0,l)}else Gi()}else{let e=Me(di-si),t=Me(fi-ci);if(F.ori==1){let n=e;e=t,t=n}hi=mi.x&&e>=mi.dist,Z=mi.y&&t>=mi.dist;let n=mi.uni;n==null?mi.x&&mi.y&&(hi||Z)&&(hi=Z=!0):hi&&Z&&(hi=e>=n,Z=t>=n,!hi&&!Z&&(t>e?Z=!0:hi=!0));let r,i;hi&&(F.ori==0?(r=li,i=Y):(r=ui,i=X),Pi(Fe(r,i),Me(i-r)),Z||Fi(0,l)),Z&&(F.ori==1?(r=li,i=Y):(r=ui,i=X),Fi(Fe(r,i),Me(i-r)),hi||Pi(0,c)),!hi&&!Z&&(Pi(0,0),Fi(0,0))}}if(mi._x=hi,mi._y=Z,e==null){if(a){if(aa!=null){let[e,t]=$.scales;$.values[0]=e==null?null:Ai(F.ori==0?Y:X,e),$.values[1]=t==null?null:Ai(F.ori==1?Y:X,t)}sa(y,r,Y,X,W,G,o)}if(bn){let e=a&&$.setSeries,t=yn.prox;Di==null?Ti<=t&&bi(Ei,Oi,!0,e):Ti>t?bi(null,Oi,!0,e):Ei!=Di&&bi(Ei,Oi,!0,e)}}cn&&(Qe.idx=o,Li()),n!==!1&&ra(`setCursor`)}let Bi=null;Object.defineProperty(r,\"rect\",{get(){return Bi??Vi(!1),Bi}});function Vi(e=!1){e?Bi=null:(Bi=k.getBoundingClientRect(),ra(`syncRect`,Bi))}function Hi(e,t,n,r,i,a,o){V._lock||pi&&e!=null&&e.movementX==0&&e.movementY==0||(Ui(e,t,n,r,i,a,o,!1,e!=null),e==null?zi(t,!0,!1):zi(null,!0,!0))}function Ui(e,t,n,i,a,o,c,l,u){if(Bi??Vi(!1),gn(e),e!=null)n=e.clientX-Bi.left,i=e.clientY-Bi.top;else{if(n<0||i<0){Y=-10,X=-10;return}let[e,r]=$.scales,c=t.cursor.sync,[l,u]=c.values,[d,f]=c.scales,[p,m]=$.match,h=t.axes[0].side%2==1,g=F.ori==0?W:G,_=F.ori==1?W:G,v=h?o:a,y=h?a:o,b=h?i:n,x=h?n:i;if(n=d==null?b/v*g:p(e,d)?s(l,N[e],g,0):-10,i=f==null?x/y*_:m(r,f)?s(u,N[r],_,0):-10,F.ori==1){let e=n;n=i,i=e}}u&&(t==null||t.cursor.event.type==y)&&((n<=1||n>=W-1)&&(n=$e(n,W)),(i<=1||i>=G-1)&&(i=$e(i,G))),l?(si=n,ci=i,[li,ui]=V.move(r,n,i)):(Y=n,X=i)}let Wi={width:0,height:0,left:0,top:0};function Gi(){_i(Wi,!1)}let Ki,qi,Ji,Yi;function Xi(e,t,n,i,a,o,s){pi=!0,hi=Z=mi._x=mi._y=!1,Ui(e,t,n,i,a,o,s,!0,!1),e!=null&&(Ot(x,ee,Zi,!1),sa(b,r,li,ui,W,G,null));let{left:c,top:l,width:u,height:d}=Q;Ki=c,qi=l,Ji=u,Yi=d}function Zi(e,t,n,i,a,o,s){pi=mi._x=mi._y=!1,Ui(e,t,n,i,a,o,s,!1,!0);let{left:c,top:l,width:u,height:d}=Q,f=u>0||d>0,p=Ki!=c||qi!=l||Ji!=u||Yi!=d;if(f&&p&&_i(Q),mi.setScale&&f&&p){let e=c,t=u,n=l,r=d;if(F.ori==1&&(e=l,t=d,n=c,r=u),hi&&yi(P,Ai(e,P),Ai(e+t,P)),Z)for(let e in N){let t=N[e];e!=P&&t.from==null&&t.min!=z&&yi(e,Ai(n+r,e),Ai(n,e))}Gi()}else V.lock&&(V._lock=!V._lock,zi(t,!0,e!=null));e!=null&&(kt(x,ee),sa(x,r,Y,X,W,G,null))}function Qi(e,t,n,r,i,a,o){if(V._lock)return;gn(e);let s=pi;if(pi){let e=!0,t=!0,n,r;F.ori==0?(n=hi,r=Z):(n=Z,r=hi),n&&r&&(e=Y<=10||Y>=W-10,t=X<=10||X>=G-10),n&&e&&(Y=Y<li?0:W),r&&t&&(X=X<ui?0:G),zi(null,!0,!0),pi=!1}Y=-10,X=-10,qe.fill(null),zi(null,!0,!0),s&&(pi=s)}function $i(e,t,n,i,a,o,s){V._lock||(gn(e),ir(),Gi(),e!=null&&sa(w,r,Y,X,W,G,null))}function ea(){fe.forEach(Hr),un(r.width,r.height,!0)}pe(E,te,ea);let ta={};ta.mousedown=Xi,ta.mousemove=Hi,ta.mouseup=Zi,ta.dblclick=$i,ta.setSeries=(e,t,n,i)=>{let a=$.match[2];n=a(r,t,n),n!=-1&&bi(n,i,!0,!1)},tt&&(Ot(b,k,Xi),Ot(y,k,Hi),Ot(S,k,e=>{gn(e),Vi(!1)}),Ot(C,k,Qi),Ot(w,k,$i),Er.add(r),r.syncRect=Vi);let na=r.hooks=e.hooks||{};function ra(e,t,n){Xr?Zr.push([e,t,n]):e in na&&na[e].forEach(e=>{e.call(null,r,t,n)})}(e.plugins||[]).forEach(e=>{for(let t in e.hooks)na[t]=(na[t]||[]).concat(e.hooks[t])});let ia=(e,t,n)=>n,$=gt({key:null,setSeries:!1,filters:{pub:Xe,sub:Xe},scales:[P,M[1]?M[1].scale:null],match:[Ze,Ze,ia],values:[null,null]},V.sync);$.match.length==2&&$.match.push(ia),V.sync=$;let aa=$.key,oa=Zn(aa);function sa(e,t,n,r,i,a,o){$.filters.pub(e,t,n,r,i,a,o)&&oa.pub(e,t,n,r,i,a,o)}oa.sub(r);function ca(e,t,n,r,i,a,o){$.filters.sub(e,t,n,r,i,a,o)&&ta[e](null,t,n,r,i,a,o)}r.pub=ca;function la(){oa.unsub(r),Er.delete(r),Dt.clear(),me(E,te,ea),l.remove(),ct?.remove(),ra(`destroy`)}r.destroy=la;function ua(){ra(`init`,e,t),nr(t||e.data,!1),L[P]?ni(P,L[P]):ir(),sn=Q.show&&(Q.width>0||Q.height>0),rn=cn=!0,un(e.width,e.height)}return M.forEach(Mn),fe.forEach(In),n?n instanceof HTMLElement?(n.appendChild(l),ua()):n(r,ua):ua(),r}J.assign=gt,J.fmtNum=Ae,J.rangeNum=Ee,J.rangeLog=xe,J.rangeAsinh=Se,J.orient=K,J.pxRatio=O,J.join=vt,J.fmtDate=jt,J.tzDate=W,J.sync=Zn;{J.addGap=tr,J.clipGaps=er;let e=J.paths={points:hr};e.linear=yr,e.stepped=br,e.bars=Sr,e.spline=wr}let Ur=/* @__PURE__ */ new Set;matchMedia(`(prefers-color-scheme: dark)`).addEventListener(`change`,()=>{for(let e of Ur)e.redraw(!1,!0)});function Wr(e){return getComputedStyle(document.documentElement).getPropertyValue(`--${e}`).trim()}function Gr(t){let n=e(`div`,{\"aria-hidden\":`true`}),r=e(`p`,{class:`readout`,\"aria-live\":`polite`},Kr),i=e(`div`,{class:`chart`,role:`group`,\"aria-label\":`${t.summary} Arrow keys read it point by point.`,tabindex:0},n),a;return new ResizeObserver(([e])=>{let i=Math.floor(e?.contentRect.width??0);i!==0&&(a===void 0?a=qr(t,n,i,r):a.setSize({width:i,height:260}))}).observe(i),i.addEventListener(`keydown`,e=>{a!==void 0&&Qr(a,e.key)&&e.preventDefault()}),e(`div`,{},i,r)}let Kr=`Point at the chart, or use the arrow keys, to read it.`;function qr(e,t,n,r){let i=e.lines.map(({xs:e,ys:t})=>[[...e],[...t]]),a={stroke:()=>Wr(`grid`),width:1},o={stroke:()=>Wr(`muted`),grid:a,ticks:a},s=new J({width:n,height:260,legend:{show:!1},cursor:{drag:{x:!1,y:!1},points:{size:7}},scales:{x:{time:!1},y:{range:(t,n,r)=>Yr(n,r,e.fromZero??!1)}},axes:[{...o,space:64,...e.wholeX?{incrs:[1,2,5,10,20,50,100,200,500]}:{},size:34,values:(t,n)=>n.map(e.xTick??e.xText)},{...o,size:(e,t)=>Jr(t),values:(t,n)=>n.map(e.yText)}],series:[{},...e.lines.map(({label:e,colour:t,dash:n,dots:r,thin:i})=>({label:e,stroke:()=>Wr(t),width:i?1:2,...n===void 0?{}:{dash:[...n]},points:{show:r??!1,size:6,fill:()=>Wr(t)}}))],hooks:{drawAxes:e.underlay===void 0?[]:[e.underlay],setCursor:[t=>r.textContent=Xr(e,t)]}},J.join(i),t);return Ur.add(s),s}function Jr(e){return 22+7*Math.max(4,...(e??[]).map(({length:e})=>e))}function Yr(e,t,n){let r=n?Math.min(0,e??0):e??0,i=t??1,a=(i-r||Math.abs(i)||1)*.06;return[n&&r===0?0:r-a,i+a]}function Xr(e,{cursor:t,data:n}){let{idx:r}=t;if(r==null)return Kr;let i=n[0][r],a=e.lines.flatMap(({label:t},i)=>{let a=Zr(n[i+1]??[],r);return a===void 0?[]:[`${t} ${e.yText(a)}`]});return i===void 0?Kr:`${e.xText(i)}: ${a.join(`, `)}`}function Zr(e,t){let n=t;for(;n>=0&&typeof e[n]!=`number`;)--n;return e[n]??void 0}function Qr(e,t){let n=e.data[0].length-1,r=e.cursor.idx??-1,i={ArrowRight:r+1,ArrowLeft:r-1,Home:0,End:n}[t];if(i===void 0)return!1;let a=e.data[0][Math.min(n,Math.max(0,i))];return a!==void 0&&e.setCursor({left:e.valToPos(a,`x`),top:1}),!0}function $r(e,t,n){let r=n>=50?0:n>=5?1:n>=.5?2:3;return`${e.toFixed(r)}${t===``?``:` ${t}`}`}function ei(e){return e<1024?`${e} bytes`:e<1024**2?`${(e/1024).toFixed(1)} KiB`:`${(e/1024**2).toFixed(1)} MiB`}function ti(e,t){return e.metrics[t]?.title??t}function ni(e,t){return e.metrics[t]?.unit??``}function ri({id:e}){return`case=${encodeURIComponent(e)}`}let ii={cold:`cold iteration`,warmup:`warm-ups`,measure:`measured iterations`,settle:`settle (garbage collection)`};function ai(e){return Object.hasOwn(ii,e)?ii[e]??e:e}let oi={allocated:`first`,active:`second`,resident:`third`,retained:`fourth`};function si(t,{iterations:n,counters:i}){let a=i.flatMap(e=>ui(e,n)),o=n.length>0;return e(`figure`,{},e(`figcaption`,{},`One sample, that of the median live bytes, by the server’s own count (jemalloc); not judged.`),...o?[ci(t,a)]:[],r(`Qdrant’s allocator in figures`,li(i,o)))}function ci(e,t){let n=Math.max(.1,...t.flatMap(({ys:e})=>e.map(e=>e??0)));return Gr({summary:`Qdrant’s allocator in ${e} after each iteration; the table below has its figures.`,lines:t,xText:e=>e===0?`before`:`iteration ${e}`,xTick:String,yText:e=>$r(e,`MiB`,n),wholeX:!0,fromZero:!0})}function li(e,t){let n=e.some(({baseline:e})=>e!==``),r=[`counter`,`before`,`at the end`,...n?[`in the baseline`]:[],`what it is`];return i(r,e.map(({name:e,meaning:r,before:i,after:a,baseline:o})=>[t&&Object.hasOwn(oi,e)?l({label:e,colour:oi[e]??``}):e,i,a,...n?[o]:[],r]),e=>e>0&&e<r.length-1)}function ui({name:e,mebibytes:t},n){let r=Object.hasOwn(oi,e)?oi[e]:void 0;return r===void 0?[]:[{label:e,colour:r,xs:n,ys:t}]}let di=[`first`,`second`,`third`,`fourth`],fi=1e3;function Y(t,{words:n,columns:a,rows:o}){let s=o.filter(({parts:e})=>e.length>0),c=Math.max(1,...s.map(({parts:e})=>mi(e)));return e(`figure`,{},e(`figcaption`,{},n),...s.length===0?[]:[X(s)],...s.map(n=>e(`div`,{class:`strip-row`},e(`div`,{},n.who),pi(t,n,c))),r(`What resident memory is made of, in figures`,i([`memory of`,...a],o.map(({who:e,texts:t})=>[e,...t]),e=>e>0)))}function X([t]){return e(`p`,{class:`small keys`},...(t?.parts??[]).map(({name:e},t)=>l({label:e,colour:di[t]??`first`})))}function pi(e,{who:n,parts:r,isBaseline:i},a){let o=0,s=r.map(({mebibytes:e},n)=>{let r=fi*e/a,i=t(`rect`,{x:o,y:0,width:r,height:18,class:di[n]});return o+=r,i}),c=r.map(({name:e,text:t})=>`${e} ${t}`).join(`, `);return t(`svg`,{class:`strip parts${i?` before`:``}`,viewBox:`0 0 ${fi} 18`,height:18,preserveAspectRatio:`none`,role:`img`,\"aria-label\":`Memory of ${e}, ${n}: ${c}`},...s)}function mi(e){return e.reduce((e,{mebibytes:t})=>e+t,0)}function hi({id:e,detail:{allocator:t,mapped:n,allocations:r}}){return[...t===void 0?[]:Z(`Qdrant’s allocator`,si(e,t)),...n===void 0?[]:Z(`What resident memory is made of`,Y(e,n)),...r===void 0?[]:Z(`Most allocations by function`,s(r))]}function Z(t,n){return[e(`h3`,{},t),n]}let Q={baseline:13,now:33};function gi(n,r,i){let{now:a,baseline:o,band:s,floor:c,budget:l}=i,u=o?.median,{least:d,span:f}=_i([...a.values,...o?.values??[],...u===void 0||s===void 0?[]:[u+s.lower,u+s.upper],...u===void 0||c===void 0?[]:[u-c.value,u+c.value]],l),[p,m]=[d-f*.04,d+f*1.04],h=e=>`${(100*(e-p)/(m-p)).toFixed(2)}%`,g=e=>$r(e,r,f),_=t(`svg`,{class:`strip`,height:46,role:`img`,\"aria-label\":bi(n,i)});if(u!==void 0&&c!==void 0){let e=`${(200*c.value/(m-p)).toFixed(2)}%`;_.append(t(`rect`,{class:`none`,x:h(u-c.value),y:0,width:e,height:46}))}if(u!==void 0&&s!==void 0){let[e,n,r]=[h(u+s.lower),h(u+s.upper),23];_.append(t(`line`,{class:`band`,x1:e,x2:n,y1:r,y2:r}));for(let i of[e,n])_.append(t(`line`,{class:`band`,x1:i,x2:i,y1:r-4,y2:r+4}))}for(let e of[`baseline`,`now`]){let n=Q[e],r=i[e];if(r===void 0)continue;let a=h(r.median);_.append(t(`line`,{class:`median ${e}`,x1:a,x2:a,y1:n-9,y2:n+9}));for(let i of r.values){let r=t(`circle`,{class:e,cx:h(i),cy:n,r:4.5});r.append(t(`title`,{},`${e} ${g(i)}`)),_.append(r)}}if(l!==void 0&&l.value>=p&&l.value<=m){let e=h(l.value),n=`budget ${l.exceeded?`exceeded`:`kept`}`;_.append(t(`line`,{class:n,x1:e,x2:e,y1:0,y2:46}))}let v=e(`div`,{class:`ends`,\"aria-hidden\":`true`});return v.append(e(`span`,{},g(p)),e(`span`,{},g(m))),e(`div`,{class:`strip-row`},yi(n,i),e(`div`,{},_,v))}function _i(e,t){let n=e=>{let t=Math.min(...e);return{least:t,span:Math.max(...e)-t||Math.abs(t)/10||1}},r=n(e);if(t===void 0)return r;let i=n([...e,t.value]);return t.exceeded||i.span<=4*r.span?i:r}function vi(e){return e===void 0?``:`budget ${e.text} ${e.exceeded?`exceeded`:`kept`}`}function yi(t,{verdict:n,difference:r,budget:i}){let a=[r,n,vi(i)].filter(e=>e!==``).join(`, `);return e(`div`,{},e(`strong`,{},t),` `,e(`span`,{class:`small`},a))}function bi(e,{now:t,baseline:n,difference:r,band:i,floor:a,budget:o,verdict:s}){return[`${e}: now ${t.text} (${t.values.length} samples, ${t.range})`,n===void 0?`no baseline`:`baseline ${n.text} (${n.values.length} samples, ${n.range})`,r===``?``:`difference ${r}`,i===void 0?``:`interval ${i.text}`,a===void 0?``:`threshold ${a.text}`,vi(o),s].filter(e=>e!==``).join(`; `)}function xi({tone:t,kind:n,caseId:r,what:i,detail:a,where:o},s=!1){let c=s?[e(`a`,{href:`#${ri({id:r})}`},r),` `]:[];return e(`li`,{class:t},e(`span`,{class:`badge ${t}`},n),` `,...c,e(`span`,{class:`what`},i),...a===``?[]:[` `,e(`span`,{class:`small`},a)],...o.length===0?[]:[e(`ul`,{class:`where`},...o.map(t=>e(`li`,{},t)))])}function Si({findings:t}){let n=t.map(e=>xi(e,!0)),r=t=>e(`ul`,{class:`findings`},...t),i=n.slice(12);return e(`section`,{\"aria-labelledby\":`findings`},e(`h2`,{id:`findings`},`Findings`),n.length===0?e(`p`,{},`Nothing to tell.`):r(n.slice(0,12)),...i.length===0?[]:[e(`details`,{},e(`summary`,{},`${i.length} more`),r(i))])}function Ci({changes:t,notes:n}){if(t.length===0&&n.length===0)return;let r=t.slice(8);return e(`section`,{\"aria-labelledby\":`changes`},e(`h2`,{id:`changes`},`What else differs`),...n.map(t=>e(`p`,{},t)),...t.length===0?[]:[wi(`What differs`,t.slice(0,8))],...r.length===0?[]:[e(`details`,{},e(`summary`,{},`${r.length} more`),wi(`What else differs`,r))])}function wi(e,t){return r(e,i([`name`,`baseline`,`now`,`kind`],t.map(({name:e,baseline:t,now:n,kind:r})=>[e,t,n,r])))}let Ti=[`first`,`second`,`third`,`fourth`];function Ei(t,{summary:n,series:a}){let o=[...a].sort((e,t)=>Number(t.accusing)-Number(e.accusing)).slice(0,Ti.length).map((e,t)=>({one:e,colour:Ti[t]??`first`})),s=o.flatMap(({one:e,colour:t})=>Di(e,t)),c=s.flatMap(({ys:e})=>e.map(e=>e??0)),u=Math.max(.1,Math.max(...c)-Math.min(...c)),d=e=>$r(e,`MiB`,u),f=o.map(({one:e,colour:t})=>[l({label:`${e.label}${e.accusing?` (judged)`:``}`,colour:t}),d(e.now.mebibytes.at(-1)??0),e.baseline===void 0?`–`:d(e.baseline.mebibytes.at(-1)??0),e.fit?.text??`–`]);return e(`figure`,{},e(`figcaption`,{},n),Gr({summary:`Memory of ${t} after each iteration; the table below has its figures.`,lines:s,xText:e=>`iteration ${e}`,xTick:String,yText:d,wholeX:!0}),r(`Growth in figures`,i([`memory, one sample`,`grown by`,`in the baseline`,`slope of the last half`],f,e=>e>0)),e(`p`,{class:`small`},`Dashed: the baseline. Dotted: the fitted slope, which decides.`))}function Di({label:e,accusing:t,now:n,baseline:r,fit:i},a){let o=({iterations:e,mebibytes:t})=>({colour:a,xs:e,ys:t});return[...r===void 0?[]:[{...o(r),label:`${e}, baseline`,dash:[6,4]}],{...o(n),label:e},...i===void 0||!t?[]:[{...o(i.line),label:`fitted slope`,colour:`strong`,dash:[2,3]}]]}function Oi(t,{id:n,metrics:r},i){let a=r.filter(({history:e})=>e.length>0);if(a.length===0)return;let o=e(`select`,{id:`history-${i}`},...a.map(({metric:n})=>e(`option`,{value:n},ti(t,n)))),s=a.find(({verdict:e})=>e===`regression`)??a[0];s!==void 0&&(o.value=s.metric);let c=e(`div`),l=()=>{let e=a.find(({metric:e})=>e===o.value);e!==void 0&&c.replaceChildren(ki(t,n,e))};return o.addEventListener(`change`,l),l(),e(`figure`,{},e(`label`,{for:`history-${i}`},`Metric `),o,c)}function ki(t,n,{metric:a,history:o}){let s=o.flatMap(e=>e??[]),c=Math.max(...s)-Math.min(...s),l=e=>$r(e,ni(t,a),c||Math.abs(s[0]??1)/10),u=t.runs,d=o.map((e,t)=>[u[t]??``,e===null?`–`:l(e)]).toReversed();return e(`div`,{},Gr({summary:`${ti(t,a)} of ${n} in ${s.length} runs; the table below has its figures.`,lines:[{label:`median`,colour:`first`,dots:!0,xs:o.map((e,t)=>t),ys:o}],xText:e=>u[e]??``,xTick:e=>u[e]?.split(` `)[0]??``,yText:l,wholeX:!0}),e(`details`,{},e(`summary`,{},`History in figures`),r(`History in figures`,i([`run`,ti(t,a)],d,e=>e>0))))}function Ai(t,n,r,i){let a=e(`div`),o=n.map(({side:t,words:n})=>{let r=e(`button`,{type:`button`,class:`button`},n);return r.addEventListener(`click`,()=>s(t)),{side:t,button:r}});function s(e){for(let{side:t,button:n}of o)n.setAttribute(`aria-pressed`,String(t===e));a.replaceChildren(...i(e))}return s(r),o.length<2?a:e(`div`,{},e(`div`,{class:`choice`,role:`group`,\"aria-label\":t},...o.map(({button:e})=>e)),a)}function ji(e,t,n){let r=Pi(n,0);return Ni(r,e,t,0),r}function Mi(e,t,n){let r=Pi(n,t.bytes.reduce((e,n,r)=>t.depth[r]===0?e+n:e,0));return Ni(r,e,t,1),r}function Ni(e,t,n,r){let i=[e];for(let[a,o]of n.depth.entries()){if(o<r)continue;i.length=Math.min(i.length,o-r+1);let s=i.at(-1)??e,c=Li({...Ri(t,n.frame[a]??-1),...r===0&&o===0?{owner:`whole`}:{},depth:s.depth+1,caller:s,own:n.bytes[a]??0});s.callees.push(c),i.push(c)}zi(e),Bi(e,0)}function Pi(e,t){return Li({name:e,place:``,owner:`whole`,depth:0,caller:void 0,own:t})}function Fi(e){return e.caller===void 0?[]:[...Fi(e.caller),e.caller]}function Ii(e){return[e,...e.callees.flatMap(Ii)]}function Li(e){return{...e,callees:[],total:e.own,start:0}}function Ri(e,t){let{owner:n=`node`,path:r=``}=e.files[e.file[t]??-1]??{},i=e.line[t]??0;return{name:e.function[t]??``,place:r===``||i===0?r:`${r}:${i}`,owner:n}}function zi(e){return e.total=e.callees.reduce((e,t)=>e+zi(t),e.own),e.total}function Bi(e,t){e.start=t;let n=t;for(let t of e.callees)Bi(t,n),n+=t.total}let Vi=`Point at a bar, or walk over them with the arrow keys, to read it. A click or Enter zooms in, Escape out.`;function Hi(t,n,r){let i=e(`p`,{class:`readout`,\"aria-live\":`polite`},Vi),a=e(`button`,{type:`button`,class:`button`,disabled:!0},`Zoom out`),o=e(`div`,{class:`flame`,role:`group`,\"aria-label\":t}),s=/* @__PURE__ */ new Map,c=n;function l(e){c=e,s.clear();for(let t of[...Fi(e),...Ii(e)])t.total>0&&s.set(t,u(t,e));let t=1+Math.max(...[...s.keys()].map(({depth:e})=>e));o.style.height=`${t*22}px`,o.replaceChildren(...s.values()),a.disabled=e===n,d(e)}function u(t,a){let o=t.depth<a.depth,s=e(`button`,{type:`button`,class:`bar ${t.owner}${o?` above`:``}`,tabindex:-1,\"aria-label\":`${t.name}: ${ei(t.total)}`},e(`span`,{},t.owner===`whole`?`${t.name}: ${ei(t.total)}`:Ui(t.name))),[c,l]=o?[0,1]:[(t.start-a.start)/a.total,t.total/a.total];s.style.left=`${(100*c).toFixed(4)}%`,s.style.width=`max(1px, calc(${(100*l).toFixed(4)}% - 1px))`,s.style.top=`${t.depth*22}px`;let u=()=>{i.textContent=Wi(t,n,r)};return s.addEventListener(`pointerenter`,u),s.addEventListener(`focus`,()=>{d(t),u()}),s.addEventListener(`click`,()=>f(t)),s.addEventListener(`keydown`,e=>{p(t,e.key)&&e.preventDefault()}),s}function d(e){for(let[t,n]of s)n.tabIndex=t===e?0:-1}function f(e){l(e),s.get(e)?.focus()}function p(e,t){if(t===`Escape`)f(n);else{let n=m(e,t);if(n===void 0)return!1;s.get(n)?.focus()}return!0}function m(e,t){if(t===`Home`)return n;if(t===`ArrowUp`)return e.caller;if(t===`ArrowDown`)return e.depth<c.depth?[...Fi(c),c][e.depth+1]:e.callees[0];let r=[...s.keys()].filter(({depth:t})=>t===e.depth),i=r.indexOf(e);return t===`ArrowRight`?r[i+1]:t===`ArrowLeft`?r[i-1]:void 0}return a.addEventListener(`click`,()=>f(n)),o.addEventListener(`pointerleave`,()=>{i.textContent=c===n?Vi:Wi(c,n,r)}),l(n),e(`div`,{},e(`div`,{class:`tools`},Gi(r),a),e(`div`,{class:`flame-view`},o),i)}function Ui(e){return/^[\\w:~]+$/.test(e)?e.split(`::`).slice(-2).join(`::`):e}function Wi(e,t,n){let r=`${(100*e.total/t.total).toFixed(1)} % of all`,i=Fi(e).find(({owner:e,depth:t})=>e===`whole`&&t>0),a=e===t?`of calls too small to be told`:`by itself`;return[`${e.name}${e.place===``?``:` at ${e.place}`}`,...e.owner===`whole`?[]:[n[e.owner]],`${ei(e.total)}${i===void 0?``:` of ${i.name}`}, ${r}`,...e.own>0&&e.callees.length>0?[`${ei(e.own)} ${a}`]:[]].join(`; `)}function Gi(t){return e(`p`,{class:`small legend`},...[`own`,`package`,`node`,`whole`].map(n=>e(`span`,{class:`key`},e(`span`,{class:`patch ${n}`,\"aria-hidden\":`true`}),t[n])))}let Ki={worker:{own:`own code`,package:`libraries`,node:`Node and system`,whole:`all of it`},command:{own:`the program`,package:`libraries`,node:`system`,whole:`all of it`},qdrant:{own:`Qdrant`,package:`libraries`,node:`system`,whole:`all of it`}};function qi(t,n){return n.flatMap(({profiler:n,summary:r,profile:i,stacks:a,calls:o})=>[e(`p`,{},`${n}: ${r}`),...o===void 0?[]:Ji(t,n,o),...a.length===0?[]:Yi(n,a),...i===``?[]:[e(`p`,{class:`small`},`The whole of it is in `,e(`code`,{},`profiles/${i}`),`.`)]])}function Ji(t,n,{subject:r,frames:i,peak:a,leaked:o}){let s=[{side:`peak`,words:`At the peak`,root:Mi(i,a,`all at the peak`)},...o===void 0?[]:[{side:`leaked`,words:`Not freed`,root:Mi(i,o,`all that was not freed`)}]].filter(({root:e})=>e.total>0),[c]=s;if(c===void 0)return[];let l=({words:e,root:i})=>[Hi(`Flame graph of the native memory of ${t} ${`${e.toLowerCase()}, by ${n}`}; the table below has the greatest in figures.`,i,Ki[r])];return[Ai(`Which native memory, by ${n}`,s,c.side,e=>s.filter(({side:t})=>t===e).flatMap(l)),e(`p`,{class:`small`},`A bar is a call, and below it stands what it calls; its width is the memory that they had. What is too small to be seen counts for its caller. Allocators and standard libraries, which only pass on what others want, are left out.`)]}function Yi(e,t){return a(t,(t,n)=>Xi(`${n?`Further stacks`:`Stacks`} by ${e}`,t))}function Xi(t,n){return r(t,i([`what`,`how much`,`who asked for it, the innermost call first`],n.map(({what:t,amount:n,calls:r})=>[t,n,e(`span`,{},...r.flatMap((t,n)=>n===0?[t]:[e(`br`),`< ${t}`]))]),e=>e===1))}let Zi=[{side:`kept`,words:`Kept after the iterations`},{side:`allocated`,words:`Allocated during the iterations`}],Qi={own:`own code`,package:`package`,node:`Node and native code`,whole:`all objects, all Buffers`};function $i(e,t){return Ai(`Which memory`,Zi,t.first,n=>ea(e,t,n))}function ea(t,n,r){let{sites:i}=n[r];return[...ta(t,n,n[r],r),...i.length===0?[e(`p`,{},`No function has a KiB of it.`)]:na(n,i)]}function ta(t,n,{calls:r},i){if(r===void 0||r.depth.length===0)return[];let a=ji(n.frames,r,`all that was ${i}`),o=`Flame graph of what ${t} ${i}; the table below has the greatest in figures.`;return a.total===0?[]:[Hi(o,a,Qi),e(`p`,{class:`small`},`A bar is a call, and below it stands what it calls; its width is the memory that came about there. What is too small to be seen counts for its caller. Recorded in a process of its own: it explains, and is not judged.`)]}function na({compared:t,before:n},r){let i=t||!n?[]:[e(`p`,{class:`small`},`The baseline does not know where its memory came from.`)];return[...a(r,(e,n)=>ra(n?`Where the rest comes from`:`Where the memory comes from`,e,t)),...i]}function ra(e,t,n){let a=n?[`baseline`,`now`,`difference`]:[`now`],s=i([`function`,...a,`what`,`file and line`,`called by`],t.map(e=>[e.function,...n?[e.baseline,e.now,e.difference]:[e.now],e.kind,o(e.place),o(e.caller)]),e=>e>0&&e<=a.length);return s.className=`sites`,r(e,s)}function ia(t,{subject:n,now:a,baseline:o}){let s=[...o===void 0?[]:oa(o,`, baseline`),...oa(a,``),...o===void 0?[]:aa(o,n,`, baseline`,[6,4]),...aa(a,n,``,void 0)],c=Math.max(1,...s.flatMap(({ys:e})=>e.map(e=>e??0))),u=e=>$r(e,`MiB`,c),d=s.toReversed().map(e=>[l(e),...sa(e)]);return e(`figure`,{},e(`figcaption`,{},`One sample, that of the median peak${o===void 0?``:`; the baseline behind it`}`),Gr({summary:`Memory of ${t} over time; the table below has its figures.`,lines:s,xText:e=>`${Number(e.toFixed(2))} s`,yText:u,fromZero:!0,underlay:e=>la(e,a)}),r(`Memory over time in figures`,i([`line`,`at the start`,`peak`,`at the end`],d,e=>e>0)),e(`p`,{class:`small`},ca(a)),...a.settled.length===0?[]:[e(`p`,{class:`small`},$)])}let $=`Dots: what the worker reads of itself after a garbage collection, around the cold iteration and around the measured ones.`;function aa({seconds:e,subject:t,qdrant:n},r,i,a){let o={xs:e,...a===void 0?{}:{dash:a}},s=i===``;return[...n.length===0?[]:[{...o,label:`Qdrant${i}`,colour:s?`second`:`second-before`,ys:n}],{...o,label:`${r}${i}`,colour:s?`first`:`first-before`,ys:t}]}function oa({settled:e},t){if(e.length===0)return[];let n={xs:e.map(({seconds:e})=>e),dash:[2,4],dots:!0,thin:!0},r=t===``?``:`-before`;return[{...n,label:`external, settled${t}`,colour:`fourth${r}`,ys:e.map(e=>e.external)},{...n,label:`JavaScript heap, settled${t}`,colour:`third${r}`,ys:e.map(e=>e.heap)}]}function sa({xs:e,ys:t}){let n=t.flatMap((t,n)=>t===null?[]:[{y:t,x:e[n]??0}]),[r]=n,i=n.at(-1);if(r===void 0||i===void 0)return[`–`,`–`,`–`];let a=n.reduce((e,t)=>t.y>e.y?t:e),o=e=>$r(e,`MiB`,a.y);return[o(r.y),`${o(a.y)} at ${a.x.toFixed(2)} s`,o(i.y)]}function ca({phases:e,seconds:t}){if(e.length===0)return``;let n=t.at(-1)??0;return`What was going on: ${e.map(({name:t,seconds:r},i)=>{let a=Math.max(r,e[i+1]?.seconds??n);return`${ai(t)} ${(a-r).toFixed(2)} s`}).join(`, `)}.`}function la(e,{phases:t,seconds:n}){let{ctx:r,bbox:i}=e,a=n.at(-1)??0,o=devicePixelRatio;r.save(),r.font=`${11*o}px system-ui, sans-serif`,r.textBaseline=`top`,r.textAlign=`left`,r.setLineDash([2*o,3*o]);for(let[n,{name:s,seconds:c}]of t.entries()){let l=e.valToPos(c,`x`,!0),u=e.valToPos(t[n+1]?.seconds??a,`x`,!0);s===`measure`&&(r.fillStyle=Wr(`shade`),r.fillRect(l,i.top,u-l,i.height)),r.strokeStyle=Wr(`muted`),r.beginPath(),r.moveTo(l,i.top),r.lineTo(l,i.top+i.height),r.stroke();let d=ai(s),f=u-l-6*o,p=[d,s].find(e=>r.measureText(e).width<=f);r.fillStyle=Wr(`muted`),p!==void 0&&r.fillText(p,l+4*o,i.top+3*o)}r.restore()}function ua(t,n,r){let i=Oi(t,n,r);return e(`div`,{class:`case`},...n.description===``?[]:[e(`p`,{class:`description`},n.description)],...n.remarks.map(t=>e(`p`,{},t)),...fa(t,n),...pa(n),...n.timeline===void 0?[]:da(`Memory over time`,ia(n.id,n.timeline)),...n.growth===void 0?[]:da(`Growth over the iterations`,Ei(n.id,n.growth)),...n.sites===void 0?[]:da(`Where the memory comes from`,$i(n.id,n.sites)),...n.native.length===0?[]:da(`Native memory`,...qi(n.id,n.native)),...ma(t,n),...i===void 0?[]:da(`History`,i),...hi(n),...ha(t,n))}function da(t,...n){return[e(`h3`,{},t),...n]}function fa({findings:t},{id:n}){let r=t.filter(({caseId:e})=>e===n);return r.length===0?[]:[e(`ul`,{class:`findings`},...r.map(e=>xi(e)))]}function pa({errors:t}){return t.length===0?[]:da(`Samples that failed`,...t.map(({what:t,more:n})=>e(`div`,{},e(`p`,{class:`error`},t),...n===``?[]:[e(`pre`,{tabindex:0,role:`group`,\"aria-label\":`Stack and log`},n)])))}function ma(t,{metrics:n}){let r=n.filter(({verdict:e,budget:t})=>e!==``||t!==void 0);return r.length===0?[]:da(`Every sample`,e(`p`,{class:`small`},`A dot is a sample: the baseline’s above, now below, with their medians. Shaded: no difference, by the threshold. The bar: where the median now may truly lie, by the noise. Dashed: the budget, red where it is exceeded.`),...r.map(e=>gi(ti(t,e.metric),ni(t,e.metric),e)))}function ha(e,{metrics:t}){if(t.length===0)return[];let n=[`metric`,`baseline`,`now`,`difference`,`interval`,`threshold`,`samples now`,`verdict`];return da(`Every metric`,r(`Every metric`,i(n,t.map(ga(e)),e=>e>0&&e<n.length-1)))}function ga(t){return({metric:n,baseline:r,now:i,difference:a,band:o,floor:s,verdict:c})=>[e(`span`,{title:t.metrics[n]?.definition},n),r?.text??`–`,i.text,a===``?`–`:a,o?.text??`–`,s?.text??`–`,i.range,c]}function _a(t){let n=new Map(t.cases.map((e,n)=>[e,va(t,e,n)])),r=e(`div`,{},...n.values()),i=e(`p`,{hidden:!0},`No case is like that.`);return{part:e(`section`,{\"aria-labelledby\":`cases`},e(`h2`,{id:`cases`},`Cases`),i,r),show:e=>{r.replaceChildren(...e.flatMap(e=>n.get(e)??[])),i.hidden=e.length>0},open:e=>{let[,t]=[...n].find(([t])=>ri(t)===e)??[];return t!==void 0&&(t.open=!0,t.scrollIntoView(),t.querySelector(`summary`)?.focus({preventScroll:!0}),!0)}}}function va(t,n,r){let i=e(`details`,{class:`fold`},e(`summary`,{},e(`span`,{class:`id`},n.id),` `,e(`span`,{class:`badge ${n.tone}`},n.verdicts.join(`, `))));return i.addEventListener(`toggle`,()=>{i.append(ua(t,n,r))},{once:!0}),i}let ya=new Intl.Collator(`en`,{numeric:!0});function ba(t,n){let i=new Map(t.cases.map((e,t)=>[e,t])),a=[{title:`case`,key:({id:e})=>e,figure:!1},{title:`verdict`,key:e=>i.get(e),figure:!1},...t.columns.map((e,t)=>({title:e,key:({figures:e})=>e[t]?.value,figure:!0}))],o=new Map(t.cases.map(e=>[e,xa(e)])),s=e(`tbody`),c=e(`p`,{class:`small`,role:`status`}),l=Sa(t.cases,d),u=Ca(a,d);function d(){let{column:e,descending:r}=u.chosen(),i=t.cases.filter(l.accepts);e!==void 0&&i.sort((t,n)=>wa(e.key(t),e.key(n),r)),s.replaceChildren(...i.flatMap(e=>o.get(e)??[])),c.textContent=`${i.length} of ${t.cases.length} cases`,n(i)}d();let f=e(`table`,{class:`overview`},e(`thead`,{},u.row),s);return e(`section`,{\"aria-labelledby\":`overview`},e(`h2`,{id:`overview`},`Overview`),l.form,c,r(`Overview of all cases`,f),e(`p`,{class:`small`},`Medians in MiB, bytes / 1024². A change is the settled reading after the measured iterations less the settled one before.`))}function xa(t){return e(`tr`,{class:t.tone},e(`th`,{scope:`row`},e(`a`,{href:`#${ri(t)}`},t.id)),e(`td`,{},e(`span`,{class:`badge ${t.tone}`},t.verdicts.join(`, `))),...t.figures.map(t=>e(`td`,{class:`figure`},t?.text??`–`)))}function Sa(t,n){let r=e(`input`,{id:`filter-text`,type:`search`,autocomplete:`off`}),i=[...new Set(t.flatMap(e=>e.verdicts))].sort(),a=e=>t.filter(t=>t.verdicts.includes(e)).length,o=e(`select`,{id:`filter-verdict`},e(`option`,{value:``},`all`),...i.map(t=>e(`option`,{value:t},`${t} (${a(t)})`)));return r.addEventListener(`input`,n),o.addEventListener(`change`,n),{form:e(`div`,{class:`filter`},e(`span`,{},e(`label`,{for:`filter-text`},`Case or description `),r),e(`span`,{},e(`label`,{for:`filter-verdict`},`Verdict `),o)),accepts:({id:e,description:t,verdicts:n})=>(o.value===``||n.includes(o.value))&&`${e}\\n${t}`.toLowerCase().includes(r.value.trim().toLowerCase())}}function Ca(t,n){let r={column:void 0,descending:!1},i=t.map(t=>{let a=e(`button`,{type:`button`},t.title),o=e(`th`,{scope:`col`,class:t.figure?`figure`:void 0},a);return a.addEventListener(`click`,()=>{let e=r.column===t?!r.descending:t.figure;r={column:t,descending:e};for(let e of i)e.removeAttribute(`aria-sort`);o.setAttribute(`aria-sort`,e?`descending`:`ascending`),n()}),o});return{row:e(`tr`,{},...i),chosen:()=>r}}function wa(e,t,n){if(e===void 0||t===void 0)return Number(e===void 0)-Number(t===void 0);let r=typeof e==`number`&&typeof t==`number`?e-t:ya.compare(String(e),String(t));return n?-r:r}let Ta=document.getElementById(`report-data`)?.textContent;Ta&&Ea(JSON.parse(Ta));function Ea(t){let n=_a(t),r=Ci(t);document.body.append(Da(t),e(`main`,{},Si(t),...r===void 0?[]:[r],ba(t,n.show),n.part)),addEventListener(`hashchange`,()=>n.open(location.hash.slice(1))),document.addEventListener(`click`,({target:e})=>{let t=e instanceof Element?e.closest(`a`):null;t!==null&&t.hash===location.hash&&n.open(t.hash.slice(1))}),n.open(location.hash.slice(1))}function Da({verdict:t,tone:n,headline:r,remedy:i,compared:a}){return e(`header`,{},e(`p`,{class:`product`},`memory-bench`),e(`h1`,{},e(`span`,{class:`badge ${n}`},t),` ${r}`),...i===``?[]:[e(`p`,{},i)],e(`p`,{},`${a}.`))}})();";
const pageScriptHash = "sha256-8YPdOislbUVDtBLxoEoOQ8Zxn60l6rre9NWcXdq5LF4=";
const pageStyle = ".uplot, .uplot *, .uplot *::before, .uplot *::after {box-sizing: border-box;}.uplot {font-family: system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\";line-height: 1.5;width: min-content;}.u-title {text-align: center;font-size: 18px;font-weight: bold;}.u-wrap {position: relative;user-select: none;}.u-over, .u-under {position: absolute;}.u-under {overflow: hidden;}.uplot canvas {display: block;position: relative;width: 100%;height: 100%;}.u-axis {position: absolute;}.u-legend {font-size: 14px;margin: auto;text-align: center;}.u-inline {display: block;}.u-inline * {display: inline-block;}.u-inline tr {margin-right: 16px;}.u-legend th {font-weight: 600;}.u-legend th > * {vertical-align: middle;display: inline-block;}.u-legend .u-marker {width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after {content: \":\";vertical-align: middle;}.u-inline:not(.u-live) .u-value {display: none;}.u-series > * {padding: 4px;}.u-series th {cursor: pointer;}.u-legend .u-off > * {opacity: 0.3;}.u-select {background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x, .u-cursor-y {position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x, .u-vt .u-cursor-y {height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y, .u-vt .u-cursor-x {width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt {position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;/*this has to be !important since we set inline \"background\" shorthand */background-clip: padding-box !important;}.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off {display: none;}\n:root { color-scheme: light dark; --page: #ffffff; --panel: #f6f8fa; --text: #1f2328; --muted: #57606a; --rule: #d0d7de; --grid: #d0d7de80; --shade: #0969da14; --link: #0550ae; --bad: #b3141e; --bad-page: #ffebe9; --uncertain: #7a4d00; --uncertain-page: #fff4d1; --good: #116329; --good-page: #dafbe1; --strong: #1f2328; --first: #0969da; --first-before: #8aa0b8; --second: #bc4c00; --second-before: #d8a987; --third: #6639ba; --third-before: #b3a3d1; --fourth: #1a7f37; --fourth-before: #8fbd9b; --own: #b6d8ff; --package: #ffd3a3; --node: #d5dae0; --whole: #e4dbfa; } @media (prefers-color-scheme: dark) { :root { --page: #0d1117; --panel: #161b22; --text: #e6edf3; --muted: #9ea7b3; --rule: #3d444d; --grid: #3d444d80; --shade: #388bfd26; --link: #79b8ff; --bad: #ff938a; --bad-page: #4c1b1f; --uncertain: #eac55f; --uncertain-page: #3d2f09; --good: #6fdd8b; --good-page: #12361f; --strong: #f0f6fc; --first: #58a6ff; --first-before: #6c7f95; --second: #f0883e; --second-before: #96684a; --third: #bc8cff; --third-before: #71588f; --fourth: #56d364; --fourth-before: #3f7a49; --own: #1d4a80; --package: #6e3f10; --node: #3d444d; --whole: #48386f; } } * { box-sizing: border-box; } body { margin: 0 auto; padding: 16px; max-width: 1320px; background: var(--page); color: var(--text); font: 15px / 1.5 system-ui, -apple-system, \"Segoe UI\", sans-serif; } h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; } h2 { margin: 32px 0 8px; font-size: 1.25rem; } h3 { margin: 24px 0 8px; font-size: 1.05rem; } p { margin: 6px 0; overflow-wrap: anywhere; } a { color: var(--link); } :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; } .product, .small, figcaption, .readout, .description { color: var(--muted); } .small, figcaption, .readout { font-size: 0.85rem; } .badge { display: inline-block; padding: 0 8px; border: 1px solid currentColor; border-radius: 10px; font-size: 0.8rem; font-weight: 600; line-height: 1.5; vertical-align: middle; white-space: nowrap; color: var(--muted); } .badge.bad { color: var(--bad); background: var(--bad-page); } .badge.uncertain { color: var(--uncertain); background: var(--uncertain-page); } .badge.good { color: var(--good); background: var(--good-page); } .findings { margin: 0; padding: 0; list-style: none; } .findings li { margin: 6px 0; padding: 4px 0 4px 10px; border-left: 3px solid var(--rule); overflow-wrap: anywhere; } .findings li.bad { border-color: var(--bad); } .findings li.uncertain { border-color: var(--uncertain); } .findings li.good { border-color: var(--good); } .findings .where { margin: 2px 0 0; padding-left: 18px; list-style: \"→ \"; } .findings .where li { margin: 0; padding: 0; border: 0; font-size: 0.9rem; } .what { white-space: pre-line; } .filter { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; } input, select, button { font: inherit; color: inherit; } input, select { max-width: 100%; padding: 4px 8px; border: 1px solid var(--muted); border-radius: 6px; background: var(--page); } .scroll { overflow-x: auto; border: 1px solid var(--rule); border-radius: 6px; } table { width: 100%; border-collapse: collapse; font-size: 0.87rem; } th, td { padding: 5px 8px; border-bottom: 1px solid var(--rule); text-align: left; white-space: nowrap; } tbody tr:last-child > * { border-bottom: 0; } thead { background: var(--panel); } th[scope=\"row\"] { font-weight: 500; } .figure { text-align: right; font-variant-numeric: tabular-nums; } .overview th[scope=\"row\"] { min-width: 9rem; max-width: 24rem; white-space: normal; overflow-wrap: anywhere; } th button { margin: 0; padding: 0; border: 0; background: none; font-weight: 600; cursor: pointer; } th button::after { content: \" ↕\"; color: var(--muted); } th[aria-sort=\"ascending\"] button::after { content: \" ↑\"; } th[aria-sort=\"descending\"] button::after { content: \" ↓\"; } .fold { margin: 8px 0; border: 1px solid var(--rule); border-radius: 6px; scroll-margin-top: 8px; } .fold > summary { padding: 8px 12px; background: var(--panel); border-radius: 6px; cursor: pointer; } .fold .id { font-weight: 600; overflow-wrap: anywhere; } .case { padding: 4px 12px 16px; } figure { margin: 0; } .chart { width: 100%; height: 260px; overflow: hidden; } .readout { min-height: 1.5em; font-variant-numeric: tabular-nums; } .key { display: inline-flex; align-items: center; gap: 8px; } .swatch { flex: none; width: 22px; border-top: 3px solid var(--first); } .swatch.dashed { border-top-style: dashed; } .swatch.first-before { border-color: var(--first-before); } .swatch.second { border-color: var(--second); } .swatch.second-before { border-color: var(--second-before); } .swatch.third { border-color: var(--third); } .swatch.third-before { border-color: var(--third-before); } .swatch.fourth { border-color: var(--fourth); } .swatch.fourth-before { border-color: var(--fourth-before); } .button { padding: 3px 10px; border: 1px solid var(--muted); border-radius: 6px; background: var(--panel); font-size: 0.85rem; cursor: pointer; } .button:disabled { border-color: var(--rule); color: var(--muted); cursor: default; } .button[aria-pressed=\"true\"] { border-color: var(--link); box-shadow: inset 0 0 0 1px var(--link); background: var(--page); font-weight: 600; } .choice, .tools, .legend { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; } .choice { gap: 6px; margin: 8px 0; } .tools { justify-content: space-between; margin-bottom: 4px; } .patch { width: 14px; height: 14px; border: 1px solid var(--muted); border-radius: 2px; } /* Deep stacks scroll, so that the words below stay near. */ .flame-view { max-height: 620px; overflow-y: auto; } .flame { position: relative; overflow: hidden; } .bar { position: absolute; container-type: inline-size; height: 21px; margin: 0; padding: 0; border: 0; border-radius: 2px; overflow: hidden; font-size: 0.78rem; line-height: 21px; text-align: left; cursor: pointer; } .bar span { display: block; padding: 0 5px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } @container (max-width: 38px) { .bar span { display: none; } } .bar:hover, .bar:focus-visible { outline: 2px solid var(--strong); outline-offset: -2px; } .bar.above { font-style: italic; } .bar.own, .patch.own { background: var(--own); } .bar.package, .patch.package { background: var(--package); } .bar.node, .patch.node { background: var(--node); } .bar.whole, .patch.whole { background: var(--whole); } table.sites th[scope=\"row\"], table.sites td:nth-last-child(-n + 2) { min-width: 7rem; max-width: 26rem; white-space: normal; overflow-wrap: break-word; } .strip-row { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); gap: 4px 12px; align-items: center; margin: 8px 0; } .strip { display: block; width: 100%; background: var(--panel); border-radius: 4px; } .strip .none { fill: var(--muted); fill-opacity: 0.18; } .strip .band, .strip .median { stroke: var(--text); stroke-width: 1.5; } .strip line.baseline { stroke: var(--first-before); } .strip line.now { stroke: var(--first); } .strip circle.baseline { fill: var(--first-before); fill-opacity: 0.75; } .strip circle.now { fill: var(--first); fill-opacity: 0.75; } .strip .budget { stroke: var(--muted); stroke-width: 2; stroke-dasharray: 4 3; } .strip .budget.exceeded { stroke: var(--bad); } .strip .first { fill: var(--first); } .strip .second { fill: var(--second); } .strip .third { fill: var(--third); } .strip .fourth { fill: var(--fourth); } .strip.before { opacity: 0.6; } .keys { display: flex; flex-wrap: wrap; gap: 4px 16px; } .place { display: inline-block; min-width: 12rem; white-space: normal; overflow-wrap: anywhere; } .ends { display: flex; justify-content: space-between; color: var(--muted); font-size: 0.75rem; } .error { color: var(--bad); white-space: pre-wrap; } pre { max-height: 20rem; overflow: auto; padding: 8px; background: var(--panel); border-radius: 6px; font-size: 0.8rem; } @media (max-width: 600px) { body { padding: 10px; } .strip-row { grid-template-columns: minmax(0, 1fr); } th .key { max-width: 9rem; white-space: normal; } table.sites td:nth-last-child(-n + 2) { min-width: 14rem; } }";
const pageStyleHash = "sha256-CcCjL9VlUk9D7JY/4AzpNYk+YeQjvHXdg8v9NoKYw1U=";
//# sourceMappingURL=page-assets.js.map
// EXTERNAL MODULE: ./lib/src/results/metrics.js
var metrics = __webpack_require__(98954);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(33330);
// EXTERNAL MODULE: ./lib/src/report/finding-list.js
var finding_list = __webpack_require__(38469);
// EXTERNAL MODULE: ./lib/src/report/findings.js
var report_findings = __webpack_require__(94883);
// EXTERNAL MODULE: ./lib/src/report/headline.js
var headline = __webpack_require__(35509);
// EXTERNAL MODULE: ./lib/src/report/run-notes.js
var run_notes = __webpack_require__(21080);
// EXTERNAL MODULE: ./lib/src/report/section.js + 4 modules
var section = __webpack_require__(59987);
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__(86965);
// EXTERNAL MODULE: ./lib/src/compare/incomplete.js
var incomplete = __webpack_require__(89960);
// EXTERNAL MODULE: ./lib/src/report/allocations-table.js
var allocations_table = __webpack_require__(47235);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
// EXTERNAL MODULE: ./lib/src/report/where.js
var where = __webpack_require__(14942);
;// CONCATENATED MODULE: ./lib/src/report/html/allocations-data.js




/** Two places, each a path and a name. */
const longestPlace = 600;
/** Who allocates the objects of a case; undefined where nobody does, or it was not counted. */
function allocationsData(allocations) {
    if (allocations === undefined || allocations.functions.length === 0)
        return undefined;
    const { compared, functions } = allocations;
    const rows = functions.map((allocator) => {
        const [baseline = '', now = '', difference = ''] = (0,allocations_table/* allocationFigures */.E)(allocator);
        const { bytes } = allocator;
        return {
            where: (0,report_escape/* shownText */.f$)((0,where/* siteWords */.VJ)(allocator), longestPlace),
            baseline,
            now,
            difference: compared ? difference : '–',
            size: bytes === undefined ? '–' : (0,format/* bytesWords */.Bc)(bytes),
        };
    });
    return { compared, rows };
}
//# sourceMappingURL=allocations-data.js.map
// EXTERNAL MODULE: ./lib/src/compare/judge-metric.js + 4 modules
var judge_metric = __webpack_require__(54262);
// EXTERNAL MODULE: ./lib/src/results/mebibytes.js
var mebibytes = __webpack_require__(30721);
;// CONCATENATED MODULE: ./lib/src/report/html/rounding.js
/** Beyond these a document is made up, and no chart can show it. */
const most = 1e9;
/** A figure as it is embedded: to a thousandth, and within what a chart can show. */
function rounded(value) {
    return Math.round(Math.min(most, Math.max(-most, value)) * 1000) / 1000;
}
/** The same to a hundredth: of MiB over time more is not to be seen. */
function coarse(value) {
    return Math.round(rounded(value) * 100) / 100;
}
//# sourceMappingURL=rounding.js.map
;// CONCATENATED MODULE: ./lib/src/report/html/allocator-data.js




/** Points of a line: as many iterations as a suspicion is followed up with, and more. */
const mostPoints = 500;
/** What jemalloc’s manual says of its `stats`, in the words of a reader who does not know it. */
const counters = [
    { column: 'allocatedBytes', name: 'allocated', meaning: 'what Qdrant has asked for and not freed' },
    { column: 'activeBytes', name: 'active', meaning: 'the pages in use: allocated, and the gaps between' },
    {
        column: 'residentBytes',
        name: 'resident',
        meaning: 'most that is in physical memory: active, book-keeping, and freed pages not yet given back',
    },
    {
        column: 'retainedBytes',
        name: 'retained',
        meaning: 'address space kept for later, with no physical memory behind it as a rule',
    },
    { column: 'metadataBytes', name: 'metadata', meaning: 'jemalloc’s own book-keeping' },
];
/** What Qdrant’s allocator told: of the sample whose live bytes at the end are the median. */
function allocatorData(result, baseline) {
    const now = medianReadings(result);
    if (now === undefined)
        return undefined;
    const before = medianReadings(baseline);
    const drawn = drawnReadings(now);
    return {
        iterations: drawn.map((index) => now.atIteration[index] ?? 0),
        counters: counters.map(({ column, name, meaning }) => {
            const values = now[column];
            return {
                name,
                meaning,
                mebibytes: drawn.map((index) => coarse((0,mebibytes/* mebibytes */.j)(values[index] ?? 0))),
                before: figure(values[0]),
                after: figure(values[restIn(now)]),
                baseline: before === undefined ? '' : figure(before[column][restIn(before)]),
            };
        }),
    };
}
function medianReadings(result) {
    const told = (0,judge_metric/* measuredIn */.oS)(result)
        .flatMap(({ qdrantMemory }) => qdrantMemory === undefined || qdrantMemory.atIteration.length === 0 ? [] : [qdrantMemory])
        .sort((a, b) => (a.allocatedBytes[restIn(a)] ?? 0) - (b.allocatedBytes[restIn(b)] ?? 0));
    return told[Math.floor((told.length - 1) / 2)];
}
/**
 * Which reading was taken at rest after the planned iterations: the second of its iteration, where each was read. What
 * comes behind it is the follow-up of a suspicion, which the baseline may not have had.
 */
function restIn({ atIteration }) {
    const second = atIteration.findLastIndex((iteration, index) => iteration === atIteration[index - 1]);
    return second < 0 ? atIteration.length - 1 : second;
}
/** Which readings are drawn: one an iteration, in their order, not too many; none for a mere before and after. */
function drawnReadings({ atIteration }) {
    let last = -1;
    const indexes = atIteration.flatMap((iteration, index) => {
        if (iteration <= last)
            return [];
        last = iteration;
        return [index];
    });
    if (indexes.length < 3)
        return [];
    const stride = Math.ceil(indexes.length / mostPoints);
    return indexes.filter((_, position) => position % stride === 0);
}
function figure(bytes) {
    return bytes === undefined ? '–' : (0,format/* formatValue */.Fl)('qdrant_peak_rss_mb', (0,mebibytes/* mebibytes */.j)(bytes));
}
//# sourceMappingURL=allocator-data.js.map
// EXTERNAL MODULE: ./lib/src/report/mapped-parts.js
var mapped_parts = __webpack_require__(16921);
// EXTERNAL MODULE: ./lib/src/report/mapped-table.js
var mapped_table = __webpack_require__(40895);
;// CONCATENATED MODULE: ./lib/src/report/html/mapped-data.js




/** What the resident memory of a case is made of, now and in the baseline; undefined where nobody knows. */
function mappedData(result, baseline) {
    const now = (0,mapped_parts/* mappedParts */.ot)(result);
    if (now.length === 0)
        return undefined;
    const before = (0,mapped_parts/* mappedParts */.ot)(baseline);
    const rows = now.flatMap((part) => [
        rowOf(part, false),
        ...before.filter(({ who }) => who === part.who).map((earlier) => rowOf(earlier, true)),
    ]);
    return { words: mapped_parts/* mappedWords */.Fv, columns: mapped_parts/* mappedColumns */.d0.map(({ title }) => title), rows };
}
function rowOf({ who, memory }, isBaseline) {
    return {
        who: isBaseline ? `${who}, baseline` : who,
        isBaseline,
        texts: mapped_parts/* mappedColumns */.d0.map(({ bytesOf }) => (0,mapped_table/* mappedFigure */.a)(bytesOf(memory))),
        parts: partsOf(memory),
    };
}
function partsOf({ anonBytes, fileBytes, shmemBytes, swapBytes }) {
    if (anonBytes === undefined || fileBytes === undefined || shmemBytes === undefined)
        return [];
    const all = { anonymous: anonBytes, files: fileBytes, 'shared memory': shmemBytes, swapped: swapBytes ?? 0 };
    return Object.entries(all).map(([name, bytes]) => ({
        name,
        mebibytes: coarse((0,mebibytes/* mebibytes */.j)(bytes)),
        text: (0,mapped_table/* mappedFigure */.a)(bytes),
    }));
}
//# sourceMappingURL=mapped-data.js.map
;// CONCATENATED MODULE: ./lib/src/report/html/detail-data.js



/** What explains a case beyond its metrics. */
function detailData({ allocations }, result, baseline) {
    return {
        allocator: allocatorData(result, baseline),
        mapped: mappedData(result, baseline),
        allocations: allocationsData(allocations),
    };
}
//# sourceMappingURL=detail-data.js.map
// EXTERNAL MODULE: ./lib/src/compare/statistics.js
var statistics = __webpack_require__(82555);
;// CONCATENATED MODULE: ./lib/src/report/html/growth-data.js





/** Points of a line: as many iterations as a suspicion is followed up with, and more. */
const growth_data_mostPoints = 500;
const fitted = ['heap', 'native', 'tree', 'reported', 'qdrant', 'anon'];
const labels = {
    heap: 'JavaScript heap and external',
    native: 'live native bytes',
    tree: 'anonymous memory of the processes',
    reported: 'what the program reports',
    qdrant: 'Qdrant, live bytes',
    anon: 'resident anonymous memory',
};
/** Memory after each iteration of a case whose growth is watched: of the sample whose slope is the median. */
function growthData(finding, result, baseline) {
    if (finding === undefined)
        return undefined;
    const now = medianSample(result, finding.series);
    if (now === undefined)
        return undefined;
    const before = medianSample(baseline, finding.series);
    return { summary: summaryOf(finding), series: fitted.flatMap((name) => seriesOf(name, finding, now, before)) };
}
function summaryOf({ verdict, series, slopeBytes, lowerBytes, upperBytes, samples }) {
    const band = `${(0,format/* formatSlope */.fV)(lowerBytes)} to ${(0,format/* formatSlope */.fV)(upperBytes)}`;
    return `${verdict}: ${labels[series]} ${(0,format/* formatSlope */.fV)(slopeBytes)} (99 % sure: ${band}), median of ${(0,format/* countOf */.pq)(samples, 'sample')}`;
}
function medianSample(result, series) {
    const grown = (0,judge_metric/* measuredIn */.oS)(result)
        .flatMap(({ iterations, leak }) => (iterations === undefined || leak === undefined ? [] : [{ iterations, leak }]))
        .sort((a, b) => (a.leak[series]?.lateSlopeBytes ?? 0) - (b.leak[series]?.lateSlopeBytes ?? 0));
    return grown[Math.floor((grown.length - 1) / 2)];
}
function seriesOf(name, finding, now, before) {
    const readings = readingsOf(name, now.iterations);
    if (readings === undefined || readings.length < 2)
        return [];
    const fit = now.leak[name];
    const earlier = before && readingsOf(name, before.iterations);
    return [
        {
            label: labels[name],
            accusing: name === finding.series,
            now: lineOf(readings, readings[0] ?? 0),
            baseline: earlier && earlier.length > 1 ? lineOf(earlier, earlier[0] ?? 0) : undefined,
            fit: fit && { line: fittedLine(readings, fit), text: (0,format/* formatSlope */.fV)(fit.lateSlopeBytes) },
        },
    ];
}
/** For commands the anonymous memory is the tree's, by which they are judged. */
function readingsOf(name, iterations) {
    const ofCommand = iterations.heapBytes === undefined;
    if (name === 'tree')
        return ofCommand ? iterations.anonBytes : undefined;
    if (name === 'anon')
        return ofCommand ? undefined : iterations.anonBytes;
    return {
        heap: iterations.heapBytes,
        native: iterations.nativeBytes,
        reported: iterations.reportedBytes,
        qdrant: iterations.qdrantBytes,
    }[name];
}
function lineOf(readings, first) {
    const stride = Math.ceil(readings.length / growth_data_mostPoints);
    const points = readings.flatMap((bytes, index) => index % stride === 0 ? [{ iteration: index + 1, mebibytes: rounded((bytes - first) / mebibytes/* bytesPerMebibyte */._) }] : []);
    return {
        iterations: points.map(({ iteration }) => iteration),
        mebibytes: points.map(({ mebibytes }) => mebibytes),
    };
}
/** The Theil-Sen line of the last half, which decides: its intercept is the median of what the slope leaves. */
function fittedLine(readings, { lateSlopeBytes }) {
    const start = readings.length - Math.max(1, Math.floor(readings.length / 2));
    const late = readings.slice(start);
    const intercept = (0,statistics/* median */.JZ)(late.map((bytes, index) => bytes - lateSlopeBytes * index));
    const at = (index) => rounded((intercept + lateSlopeBytes * index - (readings[0] ?? 0)) / mebibytes/* bytesPerMebibyte */._);
    return { iterations: [start + 1, readings.length], mebibytes: [at(0), at(late.length - 1)] };
}
//# sourceMappingURL=growth-data.js.map
;// CONCATENATED MODULE: ./lib/src/report/html/metric-data.js





/** More dots are one blot. */
const mostDots = 100;
/** Every metric of a case, in the order in which they are shown: what is judged first. */
function metricsData(sources) {
    const compared = metrics/* metricNames */.Zv.flatMap((name) => (0,summary/* metricOf */.ak)(sources.judged, name) ?? []);
    const role = (wanted) => compared.filter((metric) => metric.role === wanted);
    return [...role('primary'), ...role('supporting')].map((metric) => metricData(metric, sources));
}
function metricData(compared, { judged, result, baseline, history }) {
    const { metric, role, difference, differencePercent, shift, floor } = compared;
    const percent = (0,format/* formatPercent */.l9)(differencePercent);
    const isJudged = role === 'primary';
    return {
        metric,
        verdict: isJudged ? compared.verdict : '',
        now: sideData(metric, compared.now, result),
        baseline: compared.baseline && sideData(metric, compared.baseline, baseline),
        difference: difference === undefined ? '' : `${(0,format/* formatDifference */.jR)(metric, difference)}${percent && ` (${percent})`}`,
        band: shift && {
            lower: rounded(shift.lower),
            upper: rounded(shift.upper),
            text: `${(0,format/* formatBand */.pI)(metric, shift.lower, shift.upper)} (${(0,format/* formatConfidence */.Me)(shift.confidence)})`,
        },
        floor: floor === undefined ? undefined : metric_data_figure(metric, floor),
        budget: budgetData(metric, judged),
        history: isJudged ? history.of(judged.id, metric, compared.now.median) : [],
    };
}
function budgetData(metric, { budgets, breaches }) {
    const limit = budgets[metric];
    if (limit === undefined)
        return undefined;
    return { ...metric_data_figure(metric, limit), exceeded: breaches.some((breach) => breach.metric === metric) };
}
function sideData(metric, { median, min, max }, result) {
    return {
        values: (0,judge_metric/* valuesOf */.sm)(metric, (0,judge_metric/* measuredIn */.oS)(result)).slice(0, mostDots).map(rounded),
        median: rounded(median),
        text: (0,format/* formatValue */.Fl)(metric, median),
        range: `${(0,format/* formatValue */.Fl)(metric, min)} … ${(0,format/* formatValue */.Fl)(metric, max)}`,
    };
}
function metric_data_figure(metric, value) {
    return { value: rounded(value), text: (0,format/* formatValue */.Fl)(metric, value) };
}
//# sourceMappingURL=metric-data.js.map
// EXTERNAL MODULE: ./lib/src/report/native.js
var report_native = __webpack_require__(70218);
;// CONCATENATED MODULE: ./lib/src/report/html/calls-data.js

/** Beyond it a document is made up. */
const mostBytes = 1e15;
const calls_data_longestPlace = 300;
const longestName = 120;
/** Functions as columns, their files once each. */
function framesData(frames) {
    const keyOf = ({ owner, path }) => `${owner} ${path}`;
    const files = new Map(frames.map((frame) => [keyOf(frame), frame]));
    const keys = [...files.keys()];
    return {
        files: [...files.values()].map(({ owner, path }) => ({ owner, path: (0,report_escape/* shownText */.f$)(path, calls_data_longestPlace) })),
        function: frames.map(({ name }) => (0,report_escape/* shownText */.f$)(name, longestName)),
        file: frames.map((frame) => keys.indexOf(keyOf(frame))),
        line: frames.map(({ line }) => line),
    };
}
/** Depth by depth as the document has it: its schema holds it to a tree. */
function callData({ depth, frame, bytes }) {
    return { depth, frame, bytes: bytes.map((own) => Math.round(Math.min(mostBytes, own))) };
}
//# sourceMappingURL=calls-data.js.map
;// CONCATENATED MODULE: ./lib/src/report/html/native-data.js




const mostStacks = 10;
const mostCalls = 6;
/** With less than this share of all calls a stack explains nothing. */
const leastShare = 0.03;
/** One for each profiler that was asked. */
function nativeData({ native }) {
    return native.map(dataOf);
}
function dataOf(finding) {
    if (finding.kind === 'failed') {
        return {
            profiler: 'not profiled',
            summary: (0,report_escape/* shownText */.f$)(finding.message, 500),
            profile: '',
            stacks: [],
            calls: undefined,
        };
    }
    const { now, baseline } = finding;
    return {
        profiler: now.profiler,
        summary: (0,report_native/* nativeSummary */.ci)(now, baseline),
        profile: (0,report_escape/* shownText */.f$)(now.profile),
        stacks: [
            ...(0,report_native/* linesOf */.Dx)(now, mostStacks).map(({ what, bytes, calls }) => stackOf(what, (0,format/* bytesWords */.Bc)(bytes), calls)),
            ...busiest(now),
        ],
        calls: callsOf(now),
    };
}
function callsOf({ subject, trees }) {
    if (trees === undefined)
        return undefined;
    const frames = framesData(trees.frames.map(({ owner, line, ...call }) => {
        const { name, place } = shownCall(call);
        return { name, path: place, line: call.file === '' ? 0 : line, owner: owners[owner] };
    }));
    return {
        subject,
        frames,
        peak: callData(trees.peak),
        leaked: 'leaked' in trees ? callData(trees.leaked) : undefined,
    };
}
const owners = { program: 'own', library: 'package', system: 'node' };
/** What has no name is known by its library. */
function shownCall({ function: name, file, object }) {
    const place = file === '' ? object : file;
    if (name !== '')
        return { name: (0,report_native/* shortName */.EU)(name), place };
    return place === '' ? { name: 'code without a name', place } : { name: place, place: '' };
}
/** Who called most often: what costs time, and shatters the heap. */
function busiest(native) {
    if (native.profiler !== 'heaptrack')
        return [];
    return native.calls
        .filter(({ calls }) => calls >= leastShare * native.allocationCalls)
        .slice(0, mostStacks)
        .map(({ calls, frames }) => stackOf('most calls', `${calls.toLocaleString('en-US')} calls`, frames));
}
function stackOf(what, amount, calls) {
    return { what, amount, calls: calls.slice(0, mostCalls).map(report_native/* callWords */.S9) };
}
//# sourceMappingURL=native-data.js.map
// EXTERNAL MODULE: ./lib/src/compare/sites.js
var compare_sites = __webpack_require__(7982);
;// CONCATENATED MODULE: ./lib/src/report/html/sites-data.js






const sites_data_longestPlace = 300;
/** Where the memory of a case comes from, as a list and by calls; undefined where it was not recorded. */
function sitesData({ judged, result, baseline }) {
    const now = (0,judge_metric/* measuredIn */.oS)(result);
    const sites = (0,compare_sites/* sitesBeside */.nV)(now, (0,judge_metric/* measuredIn */.oS)(baseline));
    if (sites === undefined)
        return undefined;
    const explaining = (0,where/* explainingSide */.H2)(judged);
    const trees = now.find((sample) => sample.sites !== undefined)?.sites?.trees;
    return {
        compared: sites.compared,
        before: baseline !== undefined,
        first: (judged.sites?.[explaining].length ?? 0) > 0 ? explaining : 'kept',
        frames: framesOf(trees?.frames ?? []),
        kept: {
            sites: sites.kept.map((site) => siteData(site, sites.compared)),
            calls: trees && callData(trees.alive),
        },
        allocated: {
            sites: sites.allocated.map((site) => siteData(site, sites.compared)),
            calls: trees && callData(trees.allocated),
        },
    };
}
function siteData(site, compared) {
    const { kind, caller, baseline, now, difference } = site;
    return {
        kind: kind === 'buffer' ? 'Buffers' : 'objects',
        owner: ownerOf(site),
        function: nameOf(site),
        place: placeOf(site),
        caller: caller === undefined ? '' : [nameOf(caller), placeOf(caller)].filter((words) => words !== '').join(' at '),
        // A baseline that does not name it may have had a little of it.
        baseline: !compared ? '' : baseline === 0 ? '–' : amount(baseline),
        now: amount(now),
        difference: compared ? signed(difference) : '',
    };
}
function amount(bytes) {
    return (0,format/* bytesWords */.Bc)(Math.min(mostBytes, bytes));
}
function signed(bytes) {
    if (bytes === 0)
        return '0';
    return `${bytes > 0 ? '+' : '-'}${amount(Math.abs(bytes))}`;
}
function framesOf(frames) {
    return framesData(frames.map((frame) => ({ name: nameOf(frame), path: frame.file, line: frame.line, owner: ownerOf(frame) })));
}
function nameOf({ function: name }) {
    const shown = (0,report_escape/* shownText */.f$)(name, 120);
    return shown === '' ? '(anonymous)' : shown;
}
function placeOf({ file, line }) {
    return file === '' ? '' : (0,report_escape/* shownText */.f$)(line === 0 ? file : `${file}:${line}`, sites_data_longestPlace);
}
function ownerOf({ file }) {
    if (file === '')
        return 'node';
    return file.startsWith('node_modules/') ? 'package' : 'own';
}
//# sourceMappingURL=sites-data.js.map
// EXTERNAL MODULE: ./lib/src/report/memory-lines.js
var memory_lines = __webpack_require__(28316);
;// CONCATENATED MODULE: ./lib/src/report/html/timeline-data.js




/** Parts of a line that keep their peaks: more are not to be seen. */
const mostParts = 150;
const mostPhases = 40;
/** Memory over time of a case, the baseline beside it where the two may be compared. */
function timelinePair(result, baseline) {
    const now = result && (0,memory_lines/* medianTimeline */.yA)(result.samples, 'worker');
    const before = baseline && (0,memory_lines/* medianTimeline */.yA)(baseline.samples, 'worker');
    if (result === undefined || now === undefined)
        return undefined;
    return {
        subject: (0,memory_lines/* areOfCommand */.Lb)(result.samples) ? 'processes' : 'worker',
        now: timelineData(now),
        baseline: before && timelineData(before),
    };
}
function timelineData(timeline) {
    const readings = thinned(timeline_data_readingsOf(timeline));
    return {
        seconds: readings.map(({ seconds }) => seconds),
        subject: readings.map(({ subject }) => subject),
        qdrant: readings.some(({ qdrant }) => qdrant !== null) ? readings.map(({ qdrant }) => qdrant) : [],
        phases: timeline.phases
            .slice(0, mostPhases)
            .map(({ name, atMs }) => ({ name: (0,report_escape/* shownText */.f$)(name, 30), seconds: secondsOf(atMs) }))
            .sort((a, b) => a.seconds - b.seconds),
        settled: settledData(timeline),
    };
}
function settledData({ settled = [] }) {
    return settled
        .map(({ atMs, heapBytes, externalBytes }) => ({
        seconds: secondsOf(atMs),
        heap: coarse(heapBytes / mebibytes/* bytesPerMebibyte */._),
        external: coarse(externalBytes / mebibytes/* bytesPerMebibyte */._),
    }))
        .sort((a, b) => a.seconds - b.seconds);
}
function timeline_data_readingsOf({ atMs, workerRssBytes, qdrantRssBytes }) {
    return atMs
        .map((at, index) => ({
        seconds: secondsOf(at),
        subject: mebibytesOf(workerRssBytes[index]),
        qdrant: mebibytesOf(qdrantRssBytes[index]),
    }))
        .sort((a, b) => a.seconds - b.seconds);
}
/** Of each part the first reading, and the greatest of either process: no peak is lost. */
function thinned(readings) {
    if (readings.length <= 3 * mostParts)
        return readings;
    const size = Math.ceil(readings.length / mostParts);
    const kept = new Set();
    for (let start = 0; start < readings.length; start += size) {
        const part = readings.slice(start, start + size);
        const greatest = (of) => part.reduce((a, b) => ((b[of] ?? -1) > (a[of] ?? -1) ? b : a));
        for (const reading of [...part.slice(0, 1), greatest('subject'), greatest('qdrant')])
            kept.add(reading);
    }
    return readings.filter((reading) => kept.has(reading));
}
function secondsOf(ms) {
    return rounded(Math.max(0, ms) / 1000);
}
function mebibytesOf(bytes) {
    return typeof bytes === 'number' ? coarse(Math.max(0, bytes) / mebibytes/* bytesPerMebibyte */._) : null;
}
//# sourceMappingURL=timeline-data.js.map
;// CONCATENATED MODULE: ./lib/src/report/html/case-data.js










/** Of a stack and of a log. */
const longestLog = 4_000;
const mostErrors = 10;
/** A case as the page shows it. The baseline is left out where it was not compared with. */
function caseData(sources) {
    const { judged, result } = sources;
    const baseline = wasCompared(judged) ? sources.baseline : undefined;
    return {
        id: (0,report_escape/* shownText */.f$)(judged.id),
        description: (0,report_escape/* shownText */.f$)(judged.description, 500),
        tone: toneOf(judged),
        verdicts: (0,summary/* verdictWords */.L2)(judged).split(', '),
        remarks: remarksOf(judged),
        figures: summary/* overviewColumns */.Vo.map((column) => figureOf(judged, column)),
        metrics: metricsData({ ...sources, baseline }),
        errors: errorsOf(judged),
        timeline: timelinePair(result, baseline),
        native: nativeData(judged),
        growth: growthData(judged.leak, result, baseline),
        sites: sitesData({ ...sources, baseline }),
        detail: detailData(judged, result, baseline),
    };
}
/** What was measured elsewhere, or is another case by now, stands beside nothing. */
function wasCompared({ metrics }) {
    return metrics.some(({ baseline }) => baseline !== undefined);
}
function toneOf(judged) {
    const { verdict, breaches, leak } = judged;
    if (verdict === 'regression' || verdict === 'failed' || breaches.length > 0 || leak?.verdict === 'leak')
        return 'bad';
    if (verdict === 'missing' && !(0,incomplete/* isIncomplete */.Ne)(judged))
        return 'bad';
    if ((0,incomplete/* isIncomplete */.Ne)(judged) ||
        verdict === 'inconclusive' ||
        leak?.verdict === 'ratchet' ||
        leak?.verdict === 'suspected')
        return 'uncertain';
    return verdict === 'improvement' ? 'good' : 'neutral';
}
function remarksOf({ reason, unchecked, failedPasses }) {
    return [
        ...(reason === undefined ? [] : [(0,report_escape/* shownText */.f$)(reason, 300)]),
        ...failedPasses.map(({ pass, error }) => `the pass ${pass} failed: ${(0,report_escape/* shownText */.f$)(error.message, 300)}`),
        ...unchecked.map(({ metric, reason: why }) => `${metric} could not be measured: ${(0,report_escape/* shownText */.f$)(why, 300)}`),
    ];
}
function figureOf(judged, column) {
    const text = (0,summary/* overviewFigure */.O3)(judged, column);
    const [compared] = column.metrics.flatMap((metric) => (0,summary/* metricOf */.ak)(judged, metric) ?? []);
    return text === undefined || compared === undefined ? null : { value: rounded(compared.now.median), text };
}
function errorsOf({ errors }) {
    return errors.slice(0, mostErrors).map(({ kind, message, stack, log }) => ({
        what: `${kind}: ${(0,report_escape/* shownText */.f$)(message, 1_000)}`,
        // The end of a log says more than its beginning.
        more: [stack?.slice(0, longestLog), log?.slice(-longestLog)]
            .flatMap((text) => (text === undefined || text.trim() === '' ? [] : [(0,report_escape/* shownText */.f$)(text, longestLog)]))
            .join('\n\n'),
    }));
}
/** The cases of a document by their id. */
function casesById(cases) {
    return new Map(cases?.map((result) => [result.id, result]));
}
//# sourceMappingURL=case-data.js.map
// EXTERNAL MODULE: ./lib/src/results/schema.js
var schema = __webpack_require__(5012);
;// CONCATENATED MODULE: ./lib/src/report/html/history-data.js





/** The history that a baseline remembers, the baseline itself the last but one; of results without one, their own. */
function historyOf(results, baseline) {
    const past = [...((baseline ?? results).history ?? [])].slice(0, schema/* longestHistory */.xX).reverse();
    const hashes = new Map(results.cases.map(({ id, definitionHash }) => [id, definitionHash]));
    const baselineCases = new Map(baseline?.cases.map((result) => [result.id, result]));
    const beside = (caseId, metric) => {
        if (baseline === undefined)
            return [];
        const result = baselineCases.get(caseId);
        const values = result?.definitionHash === hashes.get(caseId) ? (0,judge_metric/* valuesOf */.sm)(metric, (0,judge_metric/* measuredIn */.oS)(result)) : [];
        return [values.length === 0 ? null : rounded((0,statistics/* median */.JZ)(values))];
    };
    return {
        runs: [
            ...past.map(({ sha, startedAt }) => runName(sha, startedAt)),
            ...(baseline === undefined ? [] : [`baseline ${runName(baseline.commit?.sha, baseline.startedAt)}`]),
            'now',
        ],
        of: (caseId, metric, now) => {
            const medians = past.map((run) => medianIn(run, caseId, metric, hashes.get(caseId)));
            if (medians.every((value) => value === null))
                return [];
            return [...medians, ...beside(caseId, metric), rounded(now)];
        },
    };
}
function medianIn({ cases }, caseId, metric, hash) {
    const past = Object.hasOwn(cases, caseId) ? cases[caseId] : undefined;
    const value = past?.definitionHash === hash ? past?.medians[metric] : undefined;
    return value === undefined ? null : rounded(value);
}
function runName(sha, startedAt) {
    const date = startedAt.slice(0, 10);
    return (0,report_escape/* shownText */.f$)(sha === undefined ? date : `${sha.slice(0, 7)} ${date}`, 40);
}
//# sourceMappingURL=history-data.js.map
;// CONCATENATED MODULE: ./lib/src/report/html/page-data.js










const mostChanges = 500;
const longestNote = 1_000;
/** The data of a page: all that is drawn and said on it, from outside or not, as figures and plain text. */
function pageData({ comparison, results, baselineResults }) {
    const findings = (0,report_findings/* findingsOf */.W)(comparison);
    const now = casesById(results.cases);
    const before = casesById(baselineResults?.cases);
    const history = historyOf(results, baselineResults);
    const cases = (0,section/* changedFirst */.d$)(comparison.cases, findings).map((judged) => caseData({ judged, result: now.get(judged.id), baseline: before.get(judged.id), history }));
    return {
        verdict: headline/* runVerdictWords */.sF[comparison.verdict],
        tone: comparison.fails ? 'bad' : (0,headline/* isGreen */.gf)(comparison) ? 'good' : 'uncertain',
        headline: (0,report_escape/* shownText */.f$)((0,headline/* headline */.Pl)(comparison), longestNote),
        remedy: (0,report_escape/* shownText */.f$)((0,headline/* absenceRemedy */.Yp)(comparison), longestNote),
        compared: (0,report_escape/* shownText */.f$)((0,headline/* comparedWith */.o3)(comparison), 500),
        hasBaseline: comparison.baseline !== undefined,
        notes: notesOf(comparison),
        findings: findings.map(findingData),
        changes: changesData(comparison),
        columns: summary/* overviewColumns */.Vo.map(({ title }) => title),
        metrics: metricWords(cases),
        runs: history.runs,
        cases,
    };
}
function notesOf(comparison) {
    const reasons = [...(0,summary/* incomparableReasons */.vw)(comparison)].map(([reason, ids]) => `Not comparable: ${reason} (${ids.join(', ')})`);
    const longer = (0,summary/* longerThanPlanned */.LC)(comparison);
    return [...reasons, ...(0,run_notes/* runNotes */.p)(comparison), ...(longer === '' ? [] : [longer])].map((note) => (0,report_escape/* shownText */.f$)(note, longestNote));
}
function findingData({ kind, failing, caseId, what, detail, where = [] }) {
    return {
        tone: page_data_toneOf(kind, failing),
        kind: finding_list/* findingWords */.Hu[kind],
        caseId: (0,report_escape/* shownText */.f$)(caseId),
        what: (0,report_escape/* shownText */.f$)(what, 500),
        detail: (0,report_escape/* shownText */.f$)(detail, 500),
        where: where.map((line) => (0,report_escape/* shownText */.f$)(line, longestNote)),
    };
}
function page_data_toneOf(kind, failing) {
    if (failing)
        return 'bad';
    return kind === 'improvement' ? 'good' : 'uncertain';
}
const changeKinds = {
    subject: 'version or variable',
    context: 'machine',
    identity: 'not comparable',
};
function changesData({ differences, packages }) {
    const own = (wanted) => differences
        .filter(({ kind }) => kind === wanted)
        .map(({ name, baseline, now }) => ({ kind: changeKinds[wanted], name, baseline, now }));
    const versions = packages.map(({ name, direct, baseline, now }) => ({
        kind: direct ? 'package' : 'package, indirect',
        name,
        baseline: baseline ?? '–',
        now: now ?? '–',
    }));
    return [...own('identity'), ...own('subject'), ...versions, ...own('context')]
        .slice(0, mostChanges)
        .map(({ kind, name, baseline, now }) => ({
        kind,
        name: (0,report_escape/* shownText */.f$)(name, 120),
        baseline: (0,report_escape/* shownText */.f$)(baseline, 120),
        now: (0,report_escape/* shownText */.f$)(now, 120),
    }));
}
function metricWords(cases) {
    const names = new Set(cases.flatMap(({ metrics }) => metrics.map(({ metric }) => metric)));
    return Object.fromEntries([...names].map((name) => {
        const { unit, definition } = (0,metrics/* metricDefinition */.u8)(name);
        return [name, { title: (0,summary/* titleOf */.Gg)(name), unit: unit === 'count' ? '' : unit, definition }];
    }));
}
//# sourceMappingURL=page-data.js.map
;// CONCATENATED MODULE: ./lib/src/report/html/render.js


/**
 * A comparison as one HTML file that needs nothing else: no network, no file beside it. What comes from outside is data
 * in it, never markup, and only the script and the style of ours, known by their hashes, may run.
 */
function renderHtml(source) {
    const data = pageData(source);
    const policy = [
        "default-src 'none'",
        `script-src '${pageScriptHash}'`,
        `style-src '${pageStyleHash}'`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`memory-bench: ${data.headline}`)}</title>
<style>${pageStyle}</style>
</head>
<body>
<noscript><p>This report is drawn by a script, which is switched off here; report.md has the same in words.</p></noscript>
<script type="application/json" id="report-data">${embeddedJson(data)}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}
/** JSON that cannot end the element it stands in, whatever its texts say. */
function embeddedJson(data) {
    return JSON.stringify(data).replaceAll('<', '\\u003c');
}
/** Text as text of HTML. */
function escapeHtml(text) {
    const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
    return text.replaceAll(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}
//# sourceMappingURL=render.js.map

/***/ })

};
