export const id = 634;
export const ids = [634];
export const modules = {

/***/ 64634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml)
});

// UNUSED EXPORTS: embeddedJson, escapeHtml

;// CONCATENATED MODULE: ./lib/src/report/html/page-assets.js
// Made by `npm run generate` from page/ and uPlot.
const pageScript = "/* Contains uPlot 1.6.32, MIT:\nThe MIT License (MIT)\n\nCopyright (c) 2022 Leon Sorokin\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the \"Software\"), to deal\nin the Software without restriction, including without limitation the rights\nto use, copy, modify, merge, publish, distribute, sublicense, and/or sell\ncopies of the Software, and to permit persons to whom the Software is\nfurnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in\nall copies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\nIMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,\nFITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\nAUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\nLIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,\nOUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN\nTHE SOFTWARE.\n*/\n(function(){function e(e,t={},...r){let i=document.createElement(e);return n(i,t),i.append(...r),i}function t(e,t={},...r){let i=document.createElementNS(`http://www.w3.org/2000/svg`,e);return n(i,t),i.append(...r),i}function n(e,t){for(let[n,r]of Object.entries(t))r!==void 0&&r!==!1&&e.setAttribute(n,r===!0?``:String(r))}function r(t,n){return e(`div`,{class:`scroll`,role:`group`,\"aria-label\":t,tabindex:0},n)}function i(t,n,r=()=>!1){let i=e=>({class:r(e)?`figure`:void 0}),a=t.map((t,n)=>e(`th`,{scope:`col`,...i(n)},t)),o=n.map(t=>e(`tr`,{},...t.map((t,n)=>n===0?e(`th`,{scope:`row`},t):e(`td`,i(n),t))));return e(`table`,{},e(`thead`,{},e(`tr`,{},...a)),e(`tbody`,{},...o))}function a(t,n){let r=t.slice(8),i=n(t.slice(0,8),!1);return r.length===0?[i]:[i,e(`details`,{},e(`summary`,{},`${r.length} more`),n(r,!0))]}function o(t){return e(`span`,{},...(t===``?`–`:t).split(/(?<=\\/)/).flatMap((t,n)=>n===0?[t]:[e(`wbr`),t]))}function s({compared:t,rows:n}){let i=a(n,(e,n)=>r(n?`Further allocations by function`:`Most allocations by function`,c(e,t)));return e(`div`,{},e(`p`,{class:`small`},`Objects allocated on the JavaScript heap, freed since or not, by the innermost call that is not inside Node. Counted in a separate process; not judged. A dash: not among the greatest.`),...i)}function c(t,n){return i([`function`,`objects`,`size`,...n?[`baseline`,`difference`]:[]],t.map(({where:t,now:r,size:i,baseline:a,difference:s})=>[e(`span`,{class:`place`},o(t)),r,i,...n?[a,s]:[]]),e=>e>0)}function l({label:t,colour:n,dash:r}){return e(`span`,{class:`key`},e(`span`,{class:`swatch ${n}${r===void 0?``:` dashed`}`,\"aria-hidden\":`true`}),t)}let u=`u-off`,d=`u-label`,f=`width`,p=`height`,m=`bottom`,h=`left`,g=`right`,_=`#000`,v=`#0000`,y=`mousemove`,b=`mousedown`,x=`mouseup`,S=`mouseenter`,C=`mouseleave`,w=`dblclick`,T=`change`,E=`dppxchange`,D=typeof window<`u`,ee=D?document:null,te=D?window:null,ne=D?navigator:null,O,k;function re(){let e=devicePixelRatio;O!=e&&(O=e,k&&pe(T,k,re),k=matchMedia(`(min-resolution: ${O-.001}dppx) and (max-resolution: ${O+.001}dppx)`),fe(T,k,re),te.dispatchEvent(new CustomEvent(E)))}function A(e,t){if(t!=null){let n=e.classList;!n.contains(t)&&n.add(t)}}function ie(e,t){let n=e.classList;n.contains(t)&&n.remove(t)}function j(e,t,n){e.style[t]=n+`px`}function ae(e,t,n,r){let i=ee.createElement(e);return t!=null&&A(i,t),n?.insertBefore(i,r),i}function oe(e,t){return ae(`div`,e,t)}let se=/* @__PURE__ */ new WeakMap;function ce(e,t,n,r,i){let a=`translate(`+t+`px,`+n+`px)`;a!=se.get(e)&&(e.style.transform=a,se.set(e,a),t<0||n<0||t>r||n>i?A(e,u):ie(e,u))}let M=/* @__PURE__ */ new WeakMap;function le(e,t,n){let r=t+n;r!=M.get(e)&&(M.set(e,r),e.style.background=t,e.style.borderColor=n)}let N=/* @__PURE__ */ new WeakMap;function ue(e,t,n,r){let i=t+``+n;i!=N.get(e)&&(N.set(e,i),e.style.height=n+`px`,e.style.width=t+`px`,e.style.marginLeft=r?-t/2+`px`:0,e.style.marginTop=r?-n/2+`px`:0)}let de={passive:!0},P={...de,capture:!0};function fe(e,t,n,r){t.addEventListener(e,n,r?P:de)}function pe(e,t,n,r){t.removeEventListener(e,n,de)}D&&re();function me(e,t,n,r){let i;n||=0,r||=t.length-1;let a=r<=2147483647;for(;r-n>1;)i=a?n+r>>1:z((n+r)/2),t[i]<e?n=i:r=i;return e-t[n]<=t[r]-e?n:r}function he(e){return(t,n,r)=>{let i=-1,a=-1;for(let a=n;a<=r;a++)if(e(t[a])){i=a;break}for(let i=r;i>=n;i--)if(e(t[i])){a=i;break}return[i,a]}}let F=e=>e!=null,ge=e=>e!=null&&e>0,_e=he(F),ve=he(ge);function ye(e,t,n,r=0,i=!1){let a=i?ve:_e,o=i?ge:F;[t,n]=a(e,t,n);let s=e[t],c=e[t];if(t>-1){if(r==1)s=e[t],c=e[n];else if(r==-1)s=e[n],c=e[t];else for(let r=t;r<=n;r++){let t=e[r];o(t)&&(t<s?s=t:t>c&&(c=t))}}return[s??B,c??-B]}function be(e,t,n,r){let i=Le(e),a=Le(t);e==t&&(i==-1?(e*=n,t/=n):(e/=n,t*=n));let o=n==10?Re:ze,s=i==1?z:Ne,c=a==1?Ne:z,l=s(o(je(e))),u=c(o(je(t))),d=Ie(n,l),f=Ie(n,u);return n==10&&(l<0&&(d=U(d,-l)),u<0&&(f=U(f,-u))),r||n==2?(e=d*i,t=f*a):(e=et(e,d),t=$e(t,f)),[e,t]}function xe(e,t,n,r){let i=be(e,t,n,r);return e==0&&(i[0]=0),t==0&&(i[1]=0),i}let Se=.1,Ce={mode:3,pad:Se},we={pad:0,soft:null,mode:0},I={min:we,max:we};function Te(e,t,n,r){return ut(n)?De(e,t,n):(we.pad=n,we.soft=r?0:null,we.mode=r?3:0,De(e,t,I))}function L(e,t){return e??t}function Ee(e,t,n){for(t=L(t,0),n=L(n,e.length-1);t<=n;){if(e[t]!=null)return!0;t++}return!1}function De(e,t,n){let r=n.min,i=n.max,a=L(r.pad,0),o=L(i.pad,0),s=L(r.hard,-B),c=L(i.hard,B),l=L(r.soft,B),u=L(i.soft,-B),d=L(r.mode,0),f=L(i.mode,0),p=t-e,m=Re(p),h=Fe(je(e),je(t)),g=Re(h),_=je(g-m);(p<1e-24||_>10)&&(p=0,(e==0||t==0)&&(p=1e-24,d==2&&l!=B&&(a=0),f==2&&u!=-B&&(o=0)));let v=p||h||1e3,y=Re(v),b=Ie(10,z(y)),x=U(et(e-v*(p==0?e==0?.1:1:a),b/10),24),S=e>=l&&(d==1||d==3&&x<=l||d==2&&x>=l)?l:B,C=Fe(s,x<S&&e>=S?S:Pe(S,x)),w=U($e(t+v*(p==0?t==0?.1:1:o),b/10),24),T=t<=u&&(f==1||f==3&&w>=u||f==2&&w<=u)?u:-B,E=Pe(c,w>T&&t<=T?T:Fe(T,w));return C==E&&C==0&&(E=100),[C,E]}let Oe=new Intl.NumberFormat(D?ne.language:`en-US`),ke=e=>Oe.format(e),R=Math,Ae=R.PI,je=R.abs,z=R.floor,Me=R.round,Ne=R.ceil,Pe=R.min,Fe=R.max,Ie=R.pow,Le=R.sign,Re=R.log10,ze=R.log2,Be=(e,t=1)=>R.sinh(e)*t,Ve=(e,t=1)=>R.asinh(e/t),B=1/0;function He(e){return(Re((e^e>>31)-(e>>31))|0)+1}function Ue(e,t,n){return Pe(Fe(e,t),n)}function We(e){return typeof e==`function`}function V(e){return We(e)?e:()=>e}let Ge=()=>{},Ke=e=>e,qe=(e,t)=>t,Je=e=>null,Ye=e=>!0,Xe=(e,t)=>e==t,Ze=/\\.\\d*?(?=9{6,}|0{6,})/gm,H=e=>{if(st(e)||tt.has(e))return e;let t=`${e}`,n=t.match(Ze);if(n==null)return e;let r=n[0].length-1;if(t.indexOf(`e-`)!=-1){let[e,n]=t.split(`e`);return+`${H(e)}e${n}`}return U(e,r)};function Qe(e,t){return H(U(H(e/t))*t)}function $e(e,t){return H(Ne(H(e/t))*t)}function et(e,t){return H(z(H(e/t))*t)}function U(e,t=0){if(st(e))return e;let n=10**t,r=e*n*(1+2**-52);return Me(r)/n}let tt=/* @__PURE__ */ new Map;function nt(e){return((``+e).split(`.`)[1]||``).length}function W(e,t,n,r){let i=[],a=r.map(nt);for(let o=t;o<n;o++){let t=je(o),n=U(Ie(e,o),t);for(let s=0;s<r.length;s++){let c=e==10?+`${r[s]}e${o}`:r[s]*n,l=(o>=0?0:t)+(o>=a[s]?0:a[s]),u=e==10?c:U(c,l);i.push(u),tt.set(u,l)}}return i}let rt={},it=[],at=[null,null],ot=Array.isArray,st=Number.isInteger,ct=e=>e===void 0;function lt(e){return typeof e==`string`}function ut(e){let t=!1;if(e!=null){let n=e.constructor;t=n==null||n==Object}return t}function dt(e){return typeof e==`object`&&!!e}let ft=Object.getPrototypeOf(Uint8Array),pt=`__proto__`;function mt(e,t=ut){let n;if(ot(e)){let r=e.find(e=>e!=null);if(ot(r)||t(r)){n=Array(e.length);for(let r=0;r<e.length;r++)n[r]=mt(e[r],t)}else n=e.slice()}else if(e instanceof ft)n=e.slice();else if(t(e)){n={};for(let r in e)r!=pt&&(n[r]=mt(e[r],t))}else n=e;return n}function ht(e){let t=arguments;for(let n=1;n<t.length;n++){let r=t[n];for(let t in r)t!=pt&&(ut(e[t])?ht(e[t],mt(r[t])):e[t]=mt(r[t]))}return e}function gt(e,t,n){for(let r=0,i,a=-1;r<t.length;r++){let o=t[r];if(o>a){for(i=o-1;i>=0&&e[i]==null;)e[i--]=null;for(i=o+1;i<n&&e[i]==null;)e[a=i++]=null}}}function _t(e,t){if(bt(e)){let t=e[0].slice();for(let n=1;n<e.length;n++)t.push(...e[n].slice(1));return xt(t[0])||(t=yt(t)),t}let n=/* @__PURE__ */ new Set;for(let t=0;t<e.length;t++){let r=e[t][0],i=r.length;for(let e=0;e<i;e++)n.add(r[e])}let r=[Array.from(n).sort((e,t)=>e-t)],i=r[0].length,a=/* @__PURE__ */ new Map;for(let e=0;e<i;e++)a.set(r[0][e],e);for(let n=0;n<e.length;n++){let o=e[n],s=o[0];for(let e=1;e<o.length;e++){let c=o[e],l=Array(i).fill(void 0),u=t?t[n][e]:1,d=[];for(let e=0;e<c.length;e++){let t=c[e],n=a.get(s[e]);t===null?u!=0&&(l[n]=t,u==2&&d.push(n)):l[n]=t}gt(l,d,i),r.push(l)}}return r}let vt=typeof queueMicrotask>`u`?e=>Promise.resolve().then(e):queueMicrotask;function yt(e){let t=e[0],n=t.length,r=Array(n);for(let e=0;e<r.length;e++)r[e]=e;r.sort((e,n)=>t[e]-t[n]);let i=[];for(let t=0;t<e.length;t++){let a=e[t],o=Array(n);for(let e=0;e<n;e++)o[e]=a[r[e]];i.push(o)}return i}function bt(e){let t=e[0][0],n=t.length;for(let r=1;r<e.length;r++){let i=e[r][0];if(i.length!=n)return!1;if(i!=t){for(let e=0;e<n;e++)if(i[e]!=t[e])return!1}}return!0}function xt(e,t=100){let n=e.length;if(n<=1)return!0;let r=0,i=n-1;for(;r<=i&&e[r]==null;)r++;for(;i>=r&&e[i]==null;)i--;if(i<=r)return!0;let a=Fe(1,z((i-r+1)/t));for(let t=e[r],n=r+a;n<=i;n+=a){let r=e[n];if(r!=null){if(r<=t)return!1;t=r}}return!0}let St=[`January`,`February`,`March`,`April`,`May`,`June`,`July`,`August`,`September`,`October`,`November`,`December`],Ct=[`Sunday`,`Monday`,`Tuesday`,`Wednesday`,`Thursday`,`Friday`,`Saturday`];function wt(e){return e.slice(0,3)}let Tt=Ct.map(wt),Et={MMMM:St,MMM:St.map(wt),WWWW:Ct,WWW:Tt};function Dt(e){return(e<10?`0`:``)+e}function Ot(e){return(e<10?`00`:e<100?`0`:``)+e}let kt={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+``).slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>Dt(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>Dt(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>Dt(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?`PM`:`AM`,aa:e=>e.getHours()>=12?`pm`:`am`,a:e=>e.getHours()>=12?`p`:`a`,mm:e=>Dt(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>Dt(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>Ot(e.getMilliseconds())};function At(e,t){t||=Et;let n=[],r=/\\{([a-z]+)\\}|[^{]+/gi,i;for(;i=r.exec(e);)n.push(i[0][0]==`{`?kt[i[1]]:i[0]);return e=>{let r=``;for(let i=0;i<n.length;i++)r+=typeof n[i]==`string`?n[i]:n[i](e,t);return r}}let jt=new Intl.DateTimeFormat().resolvedOptions().timeZone;function G(e,t){let n;return t==`UTC`||t==`Etc/UTC`?n=/* @__PURE__ */ new Date(+e+e.getTimezoneOffset()*6e4):t==jt?n=e:(n=new Date(e.toLocaleString(`en-US`,{timeZone:t})),n.setMilliseconds(e.getMilliseconds())),n}let K=e=>e%1==0,Mt=[1,2,2.5,5],Nt=W(10,-32,0,Mt),Pt=W(10,0,32,Mt),Ft=Pt.filter(K),It=Nt.concat(Pt),Lt=`{YYYY}`,Rt=`\n`+Lt,zt=`{M}/{D}`,Bt=`\n`+zt,Vt=Bt+`/{YY}`,Ht=`{aa}`,Ut=`{h}:{mm}`+Ht,Wt=`\n`+Ut,Gt=`:{ss}`;function Kt(e){let t=e*1e3,n=t*60,r=n*60,i=r*24,a=i*30,o=i*365,s=(e==1?W(10,0,3,Mt).filter(K):W(10,-3,0,Mt)).concat([t,t*5,t*10,t*15,t*30,n,n*5,n*10,n*15,n*30,r,r*2,r*3,r*4,r*6,r*8,r*12,i,i*2,i*3,i*4,i*5,i*6,i*7,i*8,i*9,i*10,i*15,a,a*2,a*3,a*4,a*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,Lt,null,null,null,null,null,null,1],[i*28,`{MMM}`,Rt,null,null,null,null,null,1],[i,zt,Rt,null,null,null,null,null,1],[r,`{h}`+Ht,Vt,null,Bt,null,null,null,1],[n,Ut,Vt,null,Bt,null,null,null,1],[t,Gt,Vt+` `+Ut,null,Bt+` `+Ut,null,Wt,null,1],[e,Gt+`.{fff}`,Vt+` `+Ut,null,Bt+` `+Ut,null,Wt,null,1]];function l(t){return(s,c,l,u,d,f)=>{let p=[],m=d>=o,h=d>=a&&d<o,g=t(l),_=U(g*e,3),v=nn(g.getFullYear(),m?0:g.getMonth(),h||m?1:g.getDate()),y=U(v*e,3);if(h||m){let n=h?d/a:0,r=m?d/o:0,i=_==y?_:U(nn(v.getFullYear()+r,v.getMonth()+n,1)*e,3),s=new Date(Me(i/e)),c=s.getFullYear(),l=s.getMonth();for(let a=0;i<=u;a++){let o=nn(c+r*a,l+n*a,1),s=o-t(U(o*e,3));i=U((+o+s)*e,3),i<=u&&p.push(i)}}else{let a=d>=i?i:d,o=y+(z(l)-z(_))+$e(_-y,a);p.push(o);let m=t(o),h=m.getHours()+m.getMinutes()/n+m.getSeconds()/r,g=d/r,v=f/s.axes[c]._space;for(;o=U(o+d,e==1?0:3),!(o>u);)if(g>1){let e=z(U(h+g,6))%24,n=t(o).getHours()-e;n>1&&(n=-1),o-=n*r,h=(h+g)%24;let i=p[p.length-1];U((o-i)/d,3)*v>=.7&&p.push(o)}else p.push(o)}return p}}return[s,c,l]}let[qt,Jt,Yt]=Kt(1),[Xt,Zt,Qt]=Kt(.001);W(2,-53,53,[1]);function $t(e,t){return e.map(e=>e.map((n,r)=>r==0||r==8||n==null?n:t(r==1||e[8]==0?n:e[1]+n)))}function en(e,t){return(n,r,i,a,o)=>{let s=t.find(e=>o>=e[0])||t[t.length-1],c,l,u,d,f,p;return r.map(t=>{let n=e(t),r=n.getFullYear(),i=n.getMonth(),a=n.getDate(),o=n.getHours(),m=n.getMinutes(),h=n.getSeconds(),g=r!=c&&s[2]||i!=l&&s[3]||a!=u&&s[4]||o!=d&&s[5]||m!=f&&s[6]||h!=p&&s[7]||s[1];return c=r,l=i,u=a,d=o,f=m,p=h,g(n)})}}function tn(e,t){let n=At(t);return(t,r,i,a,o)=>r.map(t=>n(e(t)))}function nn(e,t,n){return new Date(e,t,n)}function rn(e,t){return t(e)}function an(e,t){return(n,r,i,a)=>a==null?`--`:t(e(r))}function on(e,t){let n=e.series[t];return n.width?n.stroke(e,t):n.points.width?n.points.stroke(e,t):null}function sn(e,t){return e.series[t].fill(e,t)}let cn={show:!0,live:!0,isolate:!1,mount:Ge,markers:{show:!0,width:2,stroke:on,fill:sn,dash:`solid`},idx:null,idxs:null,values:[]};function ln(e,t){let n=e.cursor.points,r=oe(),i=n.size(e,t);j(r,f,i),j(r,p,i);let a=i/-2;j(r,`marginLeft`,a),j(r,`marginTop`,a);let o=n.width(e,t,i);return o&&j(r,`borderWidth`,o),r}function un(e,t){let n=e.series[t].points;return n._fill||n._stroke}function dn(e,t){let n=e.series[t].points;return n._stroke||n._fill}function fn(e,t){return e.series[t].points.size}let pn=[0,0];function mn(e,t,n){return pn[0]=t,pn[1]=n,pn}function hn(e,t,n,r=!0){return e=>{e.button!=0||r&&e.target!=t||n(e)}}function gn(e,t,n,r=!0){return e=>{r&&e.target!=t||n(e)}}let _n={show:!0,x:!0,y:!0,lock:!1,move:mn,points:{one:!1,show:ln,size:fn,width:0,stroke:dn,fill:un},bind:{mousedown:hn,mouseup:hn,click:hn,dblclick:hn,mousemove:gn,mouseleave:gn,mouseenter:gn},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,n,r,i)=>r-i,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},vn={show:!0,stroke:`rgba(0,0,0,0.07)`,width:2},yn=ht({},vn,{filter:qe}),bn=ht({},yn,{size:10}),xn=ht({},vn,{show:!1}),Sn=`12px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\"`,Cn=`bold `+Sn,wn=1.5,Tn={show:!0,scale:`x`,stroke:_,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Cn,side:2,grid:yn,ticks:bn,border:xn,font:Sn,lineGap:wn,rotate:0},En={show:!0,scale:`x`,auto:!1,sorted:1,min:B,max:-1/0,idxs:[]};function Dn(e,t,n,r,i){return t.map(e=>e==null?``:ke(e))}function On(e,t,n,r,i,a,o){let s=[],c=tt.get(i)||0;n=o?n:U($e(n,i),c);for(let e=n;e<=r;e=U(e+i,c))s.push(Object.is(e,-0)?0:e);return s}function kn(e,t,n,r,i,a,o){let s=[],c=e.scales[e.axes[t].scale].log,l=z((c==10?Re:ze)(n));i=Ie(c,l),c==10&&(i=It[me(i,It)]);let u=n,d=i*c;c==10&&(d=It[me(d,It)]);do s.push(u),u+=i,c==10&&!tt.has(u)&&(u=U(u,tt.get(i))),u>=d&&(i=u,d=i*c,c==10&&(d=It[me(d,It)]));while(u<=r);return s}function An(e,t,n,r,i,a,o){let s=e.scales[e.axes[t].scale].asinh,c=r>s?kn(e,t,Fe(s,n),r,i):[s],l=r>=0&&n<=0?[0]:[];return(n<-s?kn(e,t,Fe(s,-r),-n,i):[s]).reverse().map(e=>-e).concat(l,c)}let jn=/./,Mn=/[12357]/,Nn=/[125]/,Pn=/1/,Fn=(e,t,n,r)=>e.map((e,i)=>t==4&&e==0||i%r==0&&n.test(e.toExponential()[+(e<0)])?e:null);function In(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=e.scales[o],c=e.valToPos,l=a._space,u=c(10,o),d=c(9,o)-u>=l?jn:c(7,o)-u>=l?Mn:c(5,o)-u>=l?Nn:Pn;if(d==Pn){let e=je(c(1,o)-u);if(e<l)return Fn(t.slice().reverse(),s.distr,d,Ne(l/e)).reverse()}return Fn(t,s.distr,d,1)}function Ln(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=a._space,c=e.valToPos,l=je(c(1,o)-c(2,o));return l<s?Fn(t.slice().reverse(),3,jn,Ne(s/l)).reverse():t}function Rn(e,t,n,r){return r==null?`--`:t==null?``:ke(t)}let zn={show:!0,scale:`y`,stroke:_,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Cn,side:3,grid:yn,ticks:bn,border:xn,font:Sn,lineGap:wn,rotate:0};function Bn(e,t){return U((3+(e||1)*2)*t,3)}function Vn(e,t){let{scale:n,idxs:r}=e.series[0],i=e._data[0],a=e.valToPos(i[r[0]],n,!0),o=e.valToPos(i[r[1]],n,!0),s=je(o-a)/(e.series[t].points.space*O);return r[1]-r[0]<=s}let Hn={scale:null,auto:!0,sorted:0,min:B,max:-1/0},Un=(e,t,n,r,i)=>i,Wn={show:!0,auto:!0,sorted:0,gaps:Un,alpha:1,facets:[ht({},Hn,{scale:`x`}),ht({},Hn,{scale:`y`})]},Gn={scale:`y`,auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:Un,alpha:1,points:{show:Vn,filter:null},values:null,min:B,max:-1/0,idxs:[],path:null,clip:null};function Kn(e,t,n,r,i){return n/10}let qn={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},Jn=ht({},qn,{time:!1,ori:1}),Yn={};function Xn(e,t){let n=Yn[e];return n||(n={key:e,plots:[],sub(e){n.plots.push(e)},unsub(e){n.plots=n.plots.filter(t=>t!=e)},pub(e,t,r,i,a,o,s){for(let c=0;c<n.plots.length;c++)n.plots[c]!=t&&n.plots[c].pub(e,t,r,i,a,o,s)}},e!=null&&(Yn[e]=n)),n}function q(e,t,n){let r=e.mode,i=e.series[t],a=r==2?e._data[t]:e._data,o=e.scales,s=e.bbox,c=a[0],l=r==2?a[1]:a[t],u=r==2?o[i.facets[0].scale]:o[e.series[0].scale],d=r==2?o[i.facets[1].scale]:o[i.scale],f=s.left,p=s.top,m=s.width,h=s.height,g=e.valToPosH,_=e.valToPosV;return u.ori==0?n(i,c,l,u,d,g,_,f,p,m,h,ir,or,cr,ur,fr):n(i,c,l,u,d,_,g,p,f,h,m,ar,sr,lr,dr,pr)}function J(e,t){let n=0,r=0,i=L(e.bands,it);for(let e=0;e<i.length;e++){let a=i[e];a.series[0]==t?n=a.dir:a.series[1]==t&&(a.dir==1?r|=1:r|=2)}return[n,r==1?-1:r==2?1:r==3?2:0]}function Zn(e,t,n,r,i){let a=e.mode,o=e.series[t],s=a==2?o.facets[1].scale:o.scale,c=e.scales[s];return i==-1?c.min:i==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function Qn(e,t,n,r,i,a){return q(e,t,(e,t,o,s,c,l,u,d,f,p,m)=>{let h=e.pxRound,g=s.dir*(s.ori==0?1:-1),_=s.ori==0?or:sr,v,y;g==1?(v=n,y=r):(v=r,y=n);let b=h(l(t[v],s,p,d)),x=h(u(o[v],c,m,f)),S=h(l(t[y],s,p,d)),C=h(u(a==1?c.max:c.min,c,m,f)),w=new Path2D(i);return _(w,S,C),_(w,b,C),_(w,b,x),w})}function $n(e,t,n,r,i,a){let o=null;if(e.length>0){o=new Path2D;let s=t==0?cr:lr,c=n;for(let t=0;t<e.length;t++){let n=e[t];if(n[1]>n[0]){let e=n[0]-c;e>0&&s(o,c,r,e,r+a),c=n[1]}}let l=n+i-c;l>0&&s(o,c,r-5,l,r+a+10)}return o}function er(e,t,n){let r=e[e.length-1];r&&r[0]==t?r[1]=n:e.push([t,n])}function tr(e,t,n,r,i,a,o){let s=[],c=e.length;for(let l=i==1?n:r;l>=n&&l<=r;l+=i)if(t[l]===null){let u=l,d=l;if(i==1)for(;++l<=r&&t[l]===null;)d=l;else for(;--l>=n&&t[l]===null;)d=l;let f=a(e[u]),p=d==u?f:a(e[d]),m=u-i;f=o<=0&&m>=0&&m<c?a(e[m]):f;let h=d+i;p=o>=0&&h>=0&&h<c?a(e[h]):p,p>=f&&s.push([f,p])}return s}function nr(e){return e==0?Ke:e==1?Me:t=>Qe(t,e)}function rr(e){let t=e==0?ir:ar,n=e==0?(e,t,n,r,i,a)=>{e.arcTo(t,n,r,i,a)}:(e,t,n,r,i,a)=>{e.arcTo(n,t,i,r,a)},r=e==0?(e,t,n,r,i)=>{e.rect(t,n,r,i)}:(e,t,n,r,i)=>{e.rect(n,t,i,r)};return(e,i,a,o,s,c=0,l=0)=>{c==0&&l==0?r(e,i,a,o,s):(c=Pe(c,o/2,s/2),l=Pe(l,o/2,s/2),t(e,i+c,a),n(e,i+o,a,i+o,a+s,c),n(e,i+o,a+s,i,a+s,l),n(e,i,a+s,i,a,l),n(e,i,a,i+o,a,c),e.closePath())}}let ir=(e,t,n)=>{e.moveTo(t,n)},ar=(e,t,n)=>{e.moveTo(n,t)},or=(e,t,n)=>{e.lineTo(t,n)},sr=(e,t,n)=>{e.lineTo(n,t)},cr=rr(0),lr=rr(1),ur=(e,t,n,r,i,a)=>{e.arc(t,n,r,i,a)},dr=(e,t,n,r,i,a)=>{e.arc(n,t,r,i,a)},fr=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(t,n,r,i,a,o)},pr=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(n,t,i,r,o,a)};function mr(e){return(e,t,n,r,i)=>q(e,t,(t,a,o,s,c,l,u,d,f,p,m)=>{let{pxRound:h,points:g}=t,_,v;s.ori==0?(_=ir,v=ur):(_=ar,v=dr);let y=U(g.width*O,3),b=(g.size-g.width)/2*O,x=U(b*2,3),S=new Path2D,C=new Path2D,{left:w,top:T,width:E,height:D}=e.bbox;cr(C,w-x,T-x,E+x*2,D+x*2);let ee=e=>{if(o[e]!=null){let t=h(l(a[e],s,p,d)),n=h(u(o[e],c,m,f));_(S,t+b,n),v(S,t,n,b,0,Ae*2)}};if(i)i.forEach(ee);else for(let e=n;e<=r;e++)ee(e);return{stroke:y>0?S:null,fill:S,clip:C,flags:3}})}function hr(e){return(t,n,r,i,a,o)=>{r!=i&&(a!=r&&o!=r&&e(t,n,r),a!=i&&o!=i&&e(t,n,i),e(t,n,o))}}let gr=hr(or),_r=hr(sr);function vr(e){let t=L(e?.alignGaps,0);return(e,n,r,i)=>q(e,n,(a,o,s,c,l,u,d,f,p,m,h)=>{[r,i]=_e(s,r,i);let g=a.pxRound,_=e=>g(u(e,c,m,f)),v=e=>g(d(e,l,h,p)),y,b;c.ori==0?(y=or,b=gr):(y=sr,b=_r);let x=c.dir*(c.ori==0?1:-1),S={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},C=S.stroke,w=!1;if(i-r>=m*4){let t=t=>e.posToVal(t,c.key,!0),n=null,a=null,l,u,d,f=_(o[x==1?r:i]),p=_(o[r]),m=_(o[i]),h=t(x==1?p+1:m-1);for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let r=o[e],i=(x==1?r<h:r>h)?f:_(r),c=s[e];i==f?c==null?c===null&&(w=!0):(u=c,n==null?(y(C,i,v(u)),l=n=a=u):u<n?n=u:u>a&&(a=u)):(n!=null&&b(C,f,v(n),v(a),v(l),v(u)),c==null?(n=a=null,c===null&&(w=!0)):(u=c,y(C,i,v(u)),n=a=l=u),f=i,h=t(f+x))}n!=null&&n!=a&&d!=f&&b(C,f,v(n),v(a),v(l),v(u))}else for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let t=s[e];t===null?w=!0:t!=null&&y(C,_(o[e]),v(t))}let[T,E]=J(e,n);if(a.fill!=null||T!=0){let t=S.fill=new Path2D(C),s=v(a.fillTo(e,n,a.min,a.max,T)),c=_(o[r]),l=_(o[i]);x==-1&&([l,c]=[c,l]),y(t,l,s),y(t,c,s)}if(!a.spanGaps){let l=[];w&&l.push(...tr(o,s,r,i,x,_,t)),S.gaps=l=a.gaps(e,n,r,i,l),S.clip=$n(l,c.ori,f,p,m,h)}return E!=0&&(S.band=E==2?[Qn(e,n,r,i,C,-1),Qn(e,n,r,i,C,1)]:Qn(e,n,r,i,C,E)),S})}function yr(e){let t=L(e.align,1),n=L(e.ascDesc,!1),r=L(e.alignGaps,0),i=L(e.extend,!1);return(e,a,o,s)=>q(e,a,(c,l,u,d,f,p,m,h,g,_,v)=>{[o,s]=_e(u,o,s);let y=c.pxRound,{left:b,width:x}=e.bbox,S=e=>y(p(e,d,_,h)),C=e=>y(m(e,f,v,g)),w=d.ori==0?or:sr,T={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},E=T.stroke,D=d.dir*(d.ori==0?1:-1),ee=C(u[D==1?o:s]),te=S(l[D==1?o:s]),ne=te,k=te;i&&t==-1&&(k=b,w(E,k,ee)),w(E,te,ee);for(let e=D==1?o:s;e>=o&&e<=s;e+=D){let n=u[e];if(n==null)continue;let r=S(l[e]),i=C(n);t==1?w(E,r,ee):w(E,ne,i),w(E,r,i),ee=i,ne=r}let re=ne;i&&t==1&&(re=b+x,w(E,re,ee));let[A,ie]=J(e,a);if(c.fill!=null||A!=0){let t=T.fill=new Path2D(E),n=C(c.fillTo(e,a,c.min,c.max,A));w(t,re,n),w(t,k,n)}if(!c.spanGaps){let i=[];i.push(...tr(l,u,o,s,D,S,r));let f=c.width*O/2,p=n||t==1?f:-f,m=n||t==-1?-f:f;i.forEach(e=>{e[0]+=p,e[1]+=m}),T.gaps=i=c.gaps(e,a,o,s,i),T.clip=$n(i,d.ori,h,g,_,v)}return ie!=0&&(T.band=ie==2?[Qn(e,a,o,s,E,-1),Qn(e,a,o,s,E,1)]:Qn(e,a,o,s,E,ie)),T})}function br(e,t,n,r,i,a,o=B){if(e.length>1){let s=null;for(let c=0,l=1/0;c<e.length;c++)if(t[c]!==void 0){if(s!=null){let t=je(e[c]-e[s]);t<l&&(l=t,o=je(n(e[c],r,i,a)-n(e[s],r,i,a)))}s=c}}return o}function xr(e){e||=rt;let t=L(e.size,[.6,B,1]),n=e.align||0,r=e.gap||0,i=e.radius;i=i==null?[0,0]:typeof i==`number`?[i,0]:i;let a=V(i),o=1-t[0],s=L(t[1],B),c=L(t[2],1),l=L(e.disp,rt),u=L(e.each,e=>{}),{fill:d,stroke:f}=l;return(e,t,i,p)=>q(e,t,(m,h,g,_,v,y,b,x,S,C,w)=>{let T=m.pxRound,E=n,D=r*O,ee=s*O,te=c*O,ne,k;_.ori==0?[ne,k]=a(e,t):[k,ne]=a(e,t);let re=_.dir*(_.ori==0?1:-1),A=_.ori==0?cr:lr,ie=_.ori==0?u:(e,t,n,r,i,a,o)=>{u(e,t,n,i,r,o,a)},j=L(e.bands,it).find(e=>e.series[0]==t),ae=j==null?0:j.dir,oe=m.fillTo(e,t,m.min,m.max,ae),se=T(b(oe,v,w,S)),ce,M,le,N=C,ue=T(m.width*O),de=!1,P=null,fe=null,pe=null,me=null;d!=null&&(ue==0||f!=null)&&(de=!0,P=d.values(e,t,i,p),fe=/* @__PURE__ */ new Map,new Set(P).forEach(e=>{e!=null&&fe.set(e,new Path2D)}),ue>0&&(pe=f.values(e,t,i,p),me=/* @__PURE__ */ new Map,new Set(pe).forEach(e=>{e!=null&&me.set(e,new Path2D)})));let{x0:he,size:F}=l;if(he!=null&&F!=null){E=1,h=he.values(e,t,i,p),he.unit==2&&(h=h.map(t=>e.posToVal(x+t*C,_.key,!0)));let n=F.values(e,t,i,p);M=F.unit==2?n[0]*C:y(n[0],_,C,x)-y(0,_,C,x),N=br(h,g,y,_,C,x,N),le=N-M+D}else N=br(h,g,y,_,C,x,N),le=N*o+D,M=N-le;le<1&&(le=0),ue>=M/2&&(ue=0),le<5&&(T=Ke);let ge=le>0,_e=N-le-(ge?ue:0);M=T(Ue(_e,te,ee)),ce=(E==0?M/2:E==re?0:M)-E*re*((E==0?D/2:0)+(ge?ue/2:0));let ve={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},ye=de?null:new Path2D,be=null;if(j!=null)be=e.data[j.series[1]];else{let{y0:n,y1:r}=l;n!=null&&r!=null&&(g=r.values(e,t,i,p),be=n.values(e,t,i,p))}let xe=ne*M,Se=k*M;for(let n=re==1?i:p;n>=i&&n<=p;n+=re){let r=g[n];if(r==null)continue;if(be!=null){let e=be[n]??0;if(r-e==0)continue;se=b(e,v,w,S)}let i=y(_.distr!=2||l!=null?h[n]:n,_,C,x),a=b(L(r,oe),v,w,S),o=T(i-ce),s=T(Fe(a,se)),c=T(Pe(a,se)),u=s-c;if(r!=null){let i=r<0?Se:xe,a=r<0?xe:Se;de?(ue>0&&pe[n]!=null&&A(me.get(pe[n]),o,c+z(ue/2),M,Fe(0,u-ue),i,a),P[n]!=null&&A(fe.get(P[n]),o,c+z(ue/2),M,Fe(0,u-ue),i,a)):A(ye,o,c+z(ue/2),M,Fe(0,u-ue),i,a),ie(e,t,n,o-ue/2,c,M+ue,u)}}return ue>0?ve.stroke=de?me:ye:de||(ve._fill=m.width==0?m._fill:m._stroke??m._fill,ve.width=0),ve.fill=de?fe:ye,ve})}function Sr(e,t){let n=L(t?.alignGaps,0);return(t,r,i,a)=>q(t,r,(o,s,c,l,u,d,f,p,m,h,g)=>{[i,a]=_e(c,i,a);let _=o.pxRound,v=e=>_(d(e,l,h,p)),y=e=>_(f(e,u,g,m)),b,x,S;l.ori==0?(b=ir,S=or,x=fr):(b=ar,S=sr,x=pr);let C=l.dir*(l.ori==0?1:-1),w=v(s[C==1?i:a]),T=w,E=[],D=[];for(let e=C==1?i:a;e>=i&&e<=a;e+=C)if(c[e]!=null){let t=s[e],n=v(t);E.push(T=n),D.push(y(c[e]))}let ee={stroke:e(E,D,b,S,x,_),fill:null,clip:null,band:null,gaps:null,flags:1},te=ee.stroke,[ne,O]=J(t,r);if(o.fill!=null||ne!=0){let e=ee.fill=new Path2D(te),n=y(o.fillTo(t,r,o.min,o.max,ne));S(e,T,n),S(e,w,n)}if(!o.spanGaps){let e=[];e.push(...tr(s,c,i,a,C,v,n)),ee.gaps=e=o.gaps(t,r,i,a,e),ee.clip=$n(e,l.ori,p,m,h,g)}return O!=0&&(ee.band=O==2?[Qn(t,r,i,a,te,-1),Qn(t,r,i,a,te,1)]:Qn(t,r,i,a,te,O)),ee})}function Cr(e){return Sr(wr,e)}function wr(e,t,n,r,i,a){let o=e.length;if(o<2)return null;let s=new Path2D;if(n(s,e[0],t[0]),o==2)r(s,e[1],t[1]);else{let n=Array(o),r=Array(o-1),a=Array(o-1),c=Array(o-1);for(let n=0;n<o-1;n++)a[n]=t[n+1]-t[n],c[n]=e[n+1]-e[n],r[n]=a[n]/c[n];n[0]=r[0];for(let e=1;e<o-1;e++)r[e]===0||r[e-1]===0||r[e-1]>0!=r[e]>0?n[e]=0:(n[e]=3*(c[e-1]+c[e])/((2*c[e]+c[e-1])/r[e-1]+(c[e]+2*c[e-1])/r[e]),isFinite(n[e])||(n[e]=0));n[o-1]=r[o-2];for(let r=0;r<o-1;r++)i(s,e[r]+c[r]/3,t[r]+n[r]*c[r]/3,e[r+1]-c[r]/3,t[r+1]-n[r+1]*c[r]/3,e[r+1],t[r+1])}return s}let Tr=/* @__PURE__ */ new Set;function Er(){for(let e of Tr)e.syncRect(!0)}D&&(fe(`resize`,te,Er),fe(`scroll`,te,Er,!0),fe(E,te,()=>{Y.pxRatio=O}));let Dr=vr(),Or=mr();function kr(e,t,n,r){return(r?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((e,r)=>jr(e,r,t,n))}function Ar(e,t){return e.map((e,n)=>n==0?{}:ht({},t,e))}function jr(e,t,n,r){return ht({},t==0?n:r,e)}function Mr(e,t,n){return t==null?at:[t,n]}let Nr=Mr;function Pr(e,t,n){return t==null?at:Te(t,n,Se,!0)}function Fr(e,t,n,r){return t==null?at:be(t,n,e.scales[r].log,!1)}let Ir=Fr;function Lr(e,t,n,r){return t==null?at:xe(t,n,e.scales[r].log,!1)}let Rr=Lr;function zr(e,t,n,r,i){let a=Fe(He(e),He(t)),o=t-e,s=me(i/r*o,n);do{let e=n[s],t=r*e/o;if(t>=i&&a+(e<5?tt.get(e):0)<=17)return[e,t]}while(++s<n.length);return[0,0]}function Br(e){let t,n;return e=e.replace(/(\\d+)px/,(e,r)=>(t=Me((n=+r)*O))+`px`),[e,t,n]}function Vr(e){e.show&&[e.font,e.labelFont].forEach(e=>{let t=U(e[2]*O,1);e[0]=e[0].replace(/[0-9.]+px/,t+`px`),e[1]=t})}function Y(e,t,n){let r={mode:L(e.mode,1)},i=r.mode;function a(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?1-i:i)}function o(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?i:1-i)}function s(e,t,n,r){return t.ori==0?a(e,t,n,r):o(e,t,n,r)}r.valToPosH=a,r.valToPosV=o;let c=!1;r.status=0;let l=r.root=oe(`uplot`);if(e.id!=null&&(l.id=e.id),A(l,e.class),e.title){let t=oe(`u-title`,l);t.textContent=e.title}let _=ae(`canvas`),T=r.ctx=_.getContext(`2d`),D=oe(`u-wrap`,l);fe(`click`,D,e=>{e.target===k&&(X!=ci||Z!=li)&&pi.click(r,e)},!0);let ne=r.under=oe(`u-under`,D);D.appendChild(_);let k=r.over=oe(`u-over`,D);e=mt(e);let re=+L(e.pxAlign,1),se=nr(re);(e.plugins||[]).forEach(t=>{t.opts&&(e=t.opts(r,e)||e)});let M=e.ms||.001,N=r.series=i==1?kr(e.series||[],En,Gn,!1):Ar(e.series||[null],Wn),de=r.axes=kr(e.axes||[],Tn,zn,!0),P=r.scales={},he=r.bands=e.bands||[];he.forEach(e=>{e.fill=V(e.fill||null),e.dir=L(e.dir,-1)});let F=i==2?N[1].facets[0].scale:N[0].scale,ge={axes:Kr,series:br},_e=(e.drawOrder||[`axes`,`series`]).map(e=>ge[e]);function ve(e){let t=e.distr==3?t=>Re(t>0?t:e.clamp(r,t,e.min,e.max,e.key)):e.distr==4?t=>Ve(t,e.asinh):e.distr==100?t=>e.fwd(t):e=>e;return n=>{let r=t(n),{_min:i,_max:a}=e,o=a-i;return(r-i)/o}}function we(t){let n=P[t];if(n==null){let r=(e.scales||rt)[t]||rt;if(r.from!=null){we(r.from);let e=ht({},P[r.from],r,{key:t});e.valToPct=ve(e),P[t]=e}else{n=P[t]=ht({},t==F?qn:Jn,r),n.key=t;let e=n.time,a=n.range,o=ot(a);if((t!=F||i==2&&!e)&&(o&&(a[0]==null||a[1]==null)&&(a={min:a[0]==null?Ce:{mode:1,hard:a[0],soft:a[0]},max:a[1]==null?Ce:{mode:1,hard:a[1],soft:a[1]}},o=!1),!o&&ut(a))){let e=a;a=(t,n,r)=>n==null?at:Te(n,r,e)}n.range=V(a||(e?Nr:t==F?n.distr==3?Ir:n.distr==4?Rr:Mr:n.distr==3?Fr:n.distr==4?Lr:Pr)),n.auto=V(!o&&n.auto),n.clamp=V(n.clamp||Kn),n._min=n._max=null,n.valToPct=ve(n)}}}we(`x`),we(`y`),i==1&&N.forEach(e=>{we(e.scale)}),de.forEach(e=>{we(e.scale)});for(let t in e.scales)we(t);let I=P[F],De=I.distr,Oe,ke;I.ori==0?(A(l,`u-hz`),Oe=a,ke=o):(A(l,`u-vt`),Oe=o,ke=a);let R={};for(let e in P){let t=P[e];(t.min!=null||t.max!=null)&&(R[e]={min:t.min,max:t.max},t.min=t.max=null)}let z=e.tzDate||(e=>new Date(Me(e/M))),Le=e.fmtDate||At,ze=M==1?Yt(z):Qt(z),He=en(z,$t(M==1?Jt:Zt,Le)),Ge=an(z,rn(`{YYYY}-{MM}-{DD} {h}:{mm}{aa}`,Le)),Ke=[],Ze=r.legend=ht({},cn,e.legend),H=r.cursor=ht({},_n,{drag:{y:i==2}},e.cursor),$e=Ze.show,et=H.show,W=Ze.markers;Ze.idxs=Ke,W.width=V(W.width),W.dash=V(W.dash),W.stroke=V(W.stroke),W.fill=V(W.fill);let st,ft,pt,gt=[],_t=[],yt,bt=!1,xt={};if(Ze.live){let e=N[1]?N[1].values:null;bt=e!=null,yt=bt?e(r,1,0):{_:0};for(let e in yt)xt[e]=`--`}if($e){if(st=ae(`table`,`u-legend`,l),pt=ae(`tbody`,null,st),Ze.mount(r,st),bt){ft=ae(`thead`,null,st,pt);let e=ae(`tr`,null,ft);for(var St in ae(`th`,null,e),yt)ae(`th`,d,e).textContent=St}else A(st,`u-inline`),Ze.live&&A(st,`u-live`)}let Ct={show:!0},wt={show:!1};function Tt(e,t){if(t==0&&(bt||!Ze.live||i==2))return at;let n=[],a=ae(`tr`,`u-series`,pt,pt.childNodes[t]);A(a,e.class),e.show||A(a,u);let o=ae(`th`,null,a);if(W.show){let e=oe(`u-marker`,o);if(t>0){let n=W.width(r,t);n&&(e.style.border=n+`px `+W.dash(r,t)+` `+W.stroke(r,t)),e.style.background=W.fill(r,t)}}let s=oe(d,o);for(var c in e.label instanceof HTMLElement?s.appendChild(e.label):s.textContent=e.label,t>0&&(W.show||(s.style.color=e.width>0?W.stroke(r,t):W.fill(r,t)),Dt(`click`,o,t=>{if(H._lock)return;hn(t);let n=N.indexOf(e);if((t.ctrlKey||t.metaKey)!=Ze.isolate){let e=N.some((e,t)=>t>0&&t!=n&&e.show);N.forEach((t,r)=>{r>0&&bi(r,e?r==n?Ct:wt:Ct,!0,$.setSeries)})}else bi(n,{show:!e.show},!0,$.setSeries)},!1),yn&&Dt(S,o,t=>{H._lock||(hn(t),bi(N.indexOf(e),Oi,!0,$.setSeries))},!1)),yt){let e=ae(`td`,`u-value`,a);e.textContent=`--`,n.push(e)}return[a,n]}let Et=/* @__PURE__ */ new Map;function Dt(e,t,n,i=!0){let a=Et.get(t)||{},o=H.bind[e](r,t,n,i);o&&(fe(e,t,a[e]=o),Et.set(t,a))}function Ot(e,t,n){let r=Et.get(t)||{};for(let n in r)(e==null||n==e)&&(pe(n,t,r[n]),delete r[n]);e??Et.delete(t)}let kt=0,jt=0,G=0,K=0,Mt=0,Nt=0,Pt=Mt,Lt=Nt,Rt=G,zt=K,Bt=0,Vt=0,Ht=0,Ut=0;r.bbox={};let Wt=!1,Gt=!1,Kt=!1,nn=!1,on=!1,sn=!1;function ln(e,t,n){(n||e!=r.width||t!=r.height)&&un(e,t),qr(!1),Kt=!0,Gt=!0,Qr()}function un(e,t){r.width=kt=G=e,r.height=jt=K=t,Mt=Nt=0,pn(),mn();let n=r.bbox;Bt=n.left=Qe(Mt*O,.5),Vt=n.top=Qe(Nt*O,.5),Ht=n.width=Qe(G*O,.5),Ut=n.height=Qe(K*O,.5)}function dn(){let e=!1,t=0;for(;!e;){t++;let n=Wr(t),i=Gr(t);e=t==3||n&&i,e||(un(r.width,r.height),Gt=!0)}}function fn({width:e,height:t}){ln(e,t)}r.setSize=fn;function pn(){let e=!1,t=!1,n=!1,r=!1;de.forEach((i,a)=>{if(i.show&&i._show){let{side:a,_size:o}=i,s=a%2,c=o+(i.label==null?0:i.labelSize);c>0&&(s?(G-=c,a==3?(Mt+=c,r=!0):n=!0):(K-=c,a==0?(Nt+=c,e=!0):t=!0))}}),Pn[0]=e,Pn[1]=n,Pn[2]=t,Pn[3]=r,G-=Un[1]+Un[3],Mt+=Un[3],K-=Un[2]+Un[0],Nt+=Un[0]}function mn(){let e=Mt+G,t=Nt+K,n=Mt,r=Nt;function i(i,a){switch(i){case 1:return e+=a,e-a;case 2:return t+=a,t-a;case 3:return n-=a,n+a;case 0:return r-=a,r+a}}de.forEach((e,t)=>{if(e.show&&e._show){let t=e.side;e._pos=i(t,e._size),e.label!=null&&(e._lpos=i(t,e.labelSize))}})}if(H.dataIdx==null){let e=H.hover,n=e.skip=new Set(e.skip??[]);n.add(void 0);let r=e.prox=V(e.prox),i=e.bias??=0;H.dataIdx=(e,a,o,s)=>{if(a==0)return o;let c=o,l=r(e,a,o,s)??B,u=l>=0&&l<B,d=I.ori==0?G:K,f=H.left,p=t[0],m=t[a];if(n.has(m[o])){c=null;let e=null,t=null,r;if(i==0||i==-1)for(r=o;e==null&&r-->0;)n.has(m[r])||(e=r);if(i==0||i==1)for(r=o;t==null&&r++<m.length;)n.has(m[r])||(t=r);if(e!=null||t!=null){if(u){let n=e==null?-1/0:Oe(p[e],I,d,0),r=t==null?1/0:Oe(p[t],I,d,0),i=f-n,a=r-f;i<=a?i<=l&&(c=e):a<=l&&(c=t)}else c=t==null?e:e==null?t:o-e<=t-o?e:t}}else u&&je(f-Oe(p[o],I,d,0))>l&&(c=null);return c}}let hn=e=>{H.event=e};H.idxs=Ke,H._lock=!1;let gn=H.points;gn.show=V(gn.show),gn.size=V(gn.size),gn.stroke=V(gn.stroke),gn.width=V(gn.width),gn.fill=V(gn.fill);let vn=r.focus=ht({},e.focus||{alpha:.3},H.focus),yn=vn.prox>=0,bn=yn&&gn.one,xn=[],Sn=[],Cn=[];function wn(e,t){let n=gn.show(r,t);if(n instanceof HTMLElement)return A(n,`u-cursor-pt`),A(n,e.class),ce(n,-10,-10,G,K),k.insertBefore(n,xn[t]),n}function jn(e,t){if(i==1||t>0){let t=i==1&&P[e.scale].time,n=e.value;e.value=t?lt(n)?an(z,rn(n,Le)):n||Ge:n||Rn,e.label=e.label||(t?`Time`:`Value`)}if(bn||t>0){e.width=e.width==null?1:e.width,e.paths=e.paths||Dr||Je,e.fillTo=V(e.fillTo||Zn),e.pxAlign=+L(e.pxAlign,re),e.pxRound=nr(e.pxAlign),e.stroke=V(e.stroke||null),e.fill=V(e.fill||null),e._stroke=e._fill=e._paths=e._focus=null;let t=Bn(Fe(1,e.width),1),n=e.points=ht({},{size:t,width:Fe(1,t*.2),stroke:e.stroke,space:t*2,paths:Or,_stroke:null,_fill:null},e.points);n.show=V(n.show),n.filter=V(n.filter),n.fill=V(n.fill),n.stroke=V(n.stroke),n.paths=V(n.paths),n.pxAlign=e.pxAlign}if($e){let n=Tt(e,t);gt.splice(t,0,n[0]),_t.splice(t,0,n[1]),Ze.values.push(null)}if(et){Ke.splice(t,0,null);let n=null;bn?t==0&&(n=wn(e,t)):t>0&&(n=wn(e,t)),xn.splice(t,0,n),Sn.splice(t,0,0),Cn.splice(t,0,0)}ra(`addSeries`,t)}function Mn(e,t){t??=N.length,e=i==1?jr(e,t,En,Gn):jr(e,t,{},Wn),N.splice(t,0,e),jn(N[t],t)}r.addSeries=Mn;function Nn(e){if(N.splice(e,1),$e){Ze.values.splice(e,1),_t.splice(e,1);let t=gt.splice(e,1)[0];Ot(null,t.firstChild),t.remove()}et&&(Ke.splice(e,1),xn.splice(e,1)[0].remove(),Sn.splice(e,1),Cn.splice(e,1)),ra(`delSeries`,e)}r.delSeries=Nn;let Pn=[!1,!1,!1,!1];function Fn(e,t){if(e._show=e.show,e.show){let n=e.side%2,i=P[e.scale];i??=(e.scale=n?N[1].scale:F,P[e.scale]);let a=i.time;e.size=V(e.size),e.space=V(e.space),e.rotate=V(e.rotate),ot(e.incrs)&&e.incrs.forEach(e=>{!tt.has(e)&&tt.set(e,nt(e))}),e.incrs=V(e.incrs||(i.distr==2?Ft:a?M==1?qt:Xt:It)),e.splits=V(e.splits||(a&&i.distr==1?ze:i.distr==3?kn:i.distr==4?An:On)),e.stroke=V(e.stroke),e.grid.stroke=V(e.grid.stroke),e.ticks.stroke=V(e.ticks.stroke),e.border.stroke=V(e.border.stroke);let o=e.values;e.values=ot(o)&&!ot(o[0])?V(o):a?ot(o)?en(z,$t(o,Le)):lt(o)?tn(z,o):o||He:o||Dn,e.filter=V(e.filter||(i.distr>=3&&i.log==10?In:i.distr==3&&i.log==2?Ln:qe)),e.font=Br(e.font),e.labelFont=Br(e.labelFont),e._size=e.size(r,null,t,0),e._space=e._rotate=e._incrs=e._found=e._splits=e._values=null,e._size>0&&(Pn[t]=!0,e._el=oe(`u-axis`,D))}}function Vn(e,t,n,r){let[i,a,o,s]=n,c=t%2,l=0;return c==0&&(s||a)&&(l=t==0&&!i||t==2&&!o?Me(Tn.size/3):0),c==1&&(i||o)&&(l=t==1&&!a||t==3&&!s?Me(zn.size/2):0),l}let Hn=r.padding=(e.padding||[Vn,Vn,Vn,Vn]).map(e=>V(L(e,Vn))),Un=r._padding=Hn.map((e,t)=>e(r,t,Pn,0)),Yn,q=null,J=null,Qn=i==1?N[0].idxs:null,$n=null,er=!1;function tr(e,n){if(t=e??[],r.data=r._data=t,i==2){Yn=0;for(let e=1;e<N.length;e++)Yn+=t[e][0].length}else{t.length==0&&(r.data=r._data=t=[[]]),$n=t[0],Yn=$n.length;let e=t;if(De==2){e=t.slice();let n=e[0]=Array(Yn);for(let e=0;e<Yn;e++)n[e]=e}r._data=t=e}if(qr(!0),ra(`setData`),De==2&&(Kt=!0),n!==!1){let e=I;e.auto(r,er)?rr():yi(F,e.min,e.max),nn||=H.left>=0,sn=!0,Qr()}}r.setData=tr;function rr(){er=!0;let e,n;i==1&&(Yn>0?(q=Qn[0]=0,J=Qn[1]=Yn-1,e=t[0][q],n=t[0][J],De==2?(e=q,n=J):e==n&&(De==3?[e,n]=be(e,e,I.log,!1):De==4?[e,n]=xe(e,e,I.log,!1):I.time?n=e+Me(86400/M):[e,n]=Te(e,n,Se,!0))):(q=Qn[0]=e=null,J=Qn[1]=n=null)),yi(F,e,n)}let ir,ar,or,sr,cr,lr,ur,dr,fr,pr;function mr(e,t,n,r,i,a){e??=v,n??=it,r??=`butt`,i??=v,a??=`round`,e!=ir&&(T.strokeStyle=ir=e),i!=ar&&(T.fillStyle=ar=i),t!=or&&(T.lineWidth=or=t),a!=cr&&(T.lineJoin=cr=a),r!=lr&&(T.lineCap=lr=r),n!=sr&&T.setLineDash(sr=n)}function hr(e,t,n,r){t!=ar&&(T.fillStyle=ar=t),e!=ur&&(T.font=ur=e),n!=dr&&(T.textAlign=dr=n),r!=fr&&(T.textBaseline=fr=r)}function gr(e,t,n,i,a=0){if(i.length>0&&e.auto(r,er)&&(t==null||t.min==null)){let t=L(q,0),r=L(J,i.length-1),o=n.min==null?ye(i,t,r,a,e.distr==3):[n.min,n.max];e.min=Pe(e.min,n.min=o[0]),e.max=Fe(e.max,n.max=o[1])}}let _r={min:null,max:null};function vr(){for(let e in P){let t=P[e];R[e]==null&&(t.min==null||R[F]!=null&&t.auto(r,er))&&(R[e]=_r)}for(let e in P){let t=P[e];R[e]==null&&t.from!=null&&R[t.from]!=null&&(R[e]=_r)}R[F]!=null&&qr(!0);let e={};for(let t in R){let n=R[t];if(n!=null){let a=e[t]=mt(P[t],dt);if(n.min!=null)ht(a,n);else if(t!=F||i==2){if(Yn==0&&a.from==null){let e=a.range(r,null,null,t);a.min=e[0],a.max=e[1]}else a.min=B,a.max=-1/0}}}if(Yn>0){N.forEach((n,a)=>{if(i==1){let i=n.scale,o=R[i];if(o==null)return;let s=e[i];if(a==0){let e=s.range(r,s.min,s.max,i);s.min=e[0],s.max=e[1],q=me(s.min,t[0]),J=me(s.max,t[0]),J-q>1&&(t[0][q]<s.min&&q++,t[0][J]>s.max&&J--),n.min=$n[q],n.max=$n[J]}else n.show&&n.auto&&gr(s,o,n,t[a],n.sorted);n.idxs[0]=q,n.idxs[1]=J}else if(a>0&&n.show&&n.auto){let[r,i]=n.facets,o=r.scale,s=i.scale,[c,l]=t[a],u=e[o],d=e[s];u!=null&&gr(u,R[o],r,c,r.sorted),d!=null&&gr(d,R[s],i,l,i.sorted),n.min=i.min,n.max=i.max}});for(let t in e){let n=e[t],i=R[t];if(n.from==null&&(i==null||i.min==null)){let e=n.range(r,n.min==B?null:n.min,n.max==-1/0?null:n.max,t);n.min=e[0],n.max=e[1]}}}for(let t in e){let n=e[t];if(n.from!=null){let i=e[n.from];if(i.min==null)n.min=n.max=null;else{let e=n.range(r,i.min,i.max,t);n.min=e[0],n.max=e[1]}}}let n={},a=!1;for(let t in e){let r=e[t],i=P[t];if(i.min!=r.min||i.max!=r.max){i.min=r.min,i.max=r.max;let e=i.distr;i._min=e==3?Re(i.min):e==4?Ve(i.min,i.asinh):e==100?i.fwd(i.min):i.min,i._max=e==3?Re(i.max):e==4?Ve(i.max,i.asinh):e==100?i.fwd(i.max):i.max,n[t]=a=!0}}if(a){N.forEach((e,t)=>{i==2?t>0&&n.y&&(e._paths=null):n[e.scale]&&(e._paths=null)});for(let e in n)Kt=!0,ra(`setScale`,e);et&&H.left>=0&&(nn=sn=!0)}for(let e in R)R[e]=null}function yr(e){let t=Ue(q-1,0,Yn-1),n=Ue(J+1,0,Yn-1);for(;e[t]==null&&t>0;)t--;for(;e[n]==null&&n<Yn-1;)n++;return[t,n]}function br(){if(Yn>0){let e=N.some(e=>e._focus)&&pr!=vn.alpha;e&&(T.globalAlpha=pr=vn.alpha),N.forEach((e,n)=>{if(n>0&&e.show&&(xr(n,!1),xr(n,!0),e._paths==null)){let a=pr;pr!=e.alpha&&(T.globalAlpha=pr=e.alpha);let o=i==2?[0,t[n][0].length-1]:yr(t[n]);e._paths=e.paths(r,n,o[0],o[1]),pr!=a&&(T.globalAlpha=pr=a)}}),N.forEach((e,t)=>{if(t>0&&e.show){let n=pr;pr!=e.alpha&&(T.globalAlpha=pr=e.alpha),e._paths!=null&&Sr(t,!1);{let n=e._paths==null?null:e._paths.gaps,i=e.points.show(r,t,q,J,n),a=e.points.filter(r,t,i,n);(i||a)&&(e.points._paths=e.points.paths(r,t,q,J,a),Sr(t,!0))}pr!=n&&(T.globalAlpha=pr=n),ra(`drawSeries`,t)}}),e&&(T.globalAlpha=pr=1)}}function xr(e,t){let n=t?N[e].points:N[e];n._stroke=n.stroke(r,e),n._fill=n.fill(r,e)}function Sr(e,t){let n=t?N[e].points:N[e],{stroke:r,fill:i,clip:a,flags:o,_stroke:s=n._stroke,_fill:c=n._fill,_width:l=n.width}=n._paths;l=U(l*O,3);let u=null,d=l%2/2;t&&c==null&&(c=l>0?`#fff`:s);let f=n.pxAlign==1&&d>0;if(f&&T.translate(d,d),!t){let e=Bt-l/2,t=Vt-l/2,n=Ht+l,r=Ut+l;u=new Path2D,u.rect(e,t,n,r)}t?wr(s,l,n.dash,n.cap,c,r,i,o,a):Cr(e,s,l,n.dash,n.cap,c,r,i,o,u,a),f&&T.translate(-d,-d)}function Cr(e,n,i,a,o,s,c,l,u,d,f){let p=!1;u!=0&&he.forEach((m,h)=>{if(m.series[0]==e){let e=N[m.series[1]],g=t[m.series[1]],_=(e._paths||rt).band;ot(_)&&(_=m.dir==1?_[0]:_[1]);let v,y=null;e.show&&_&&Ee(g,q,J)?(y=m.fill(r,h)||s,v=e._paths.clip):_=null,wr(n,i,a,o,y,c,l,u,d,f,v,_),p=!0}}),p||wr(n,i,a,o,s,c,l,u,d,f)}function wr(e,t,n,r,i,a,o,s,c,l,u,d){mr(e,t,n,r,i),(c||l||d)&&(T.save(),c&&T.clip(c),l&&T.clip(l)),d?(s&3)==3?(T.clip(d),u&&T.clip(u),Y(i,o),Er(e,a,t)):s&2?(Y(i,o),T.clip(d),Er(e,a,t)):s&1&&(T.save(),T.clip(d),u&&T.clip(u),Y(i,o),T.restore(),Er(e,a,t)):(Y(i,o),Er(e,a,t)),(c||l||d)&&T.restore()}function Er(e,t,n){n>0&&(t instanceof Map?t.forEach((e,t)=>{T.strokeStyle=ir=t,T.stroke(e)}):t!=null&&e&&T.stroke(t))}function Y(e,t){t instanceof Map?t.forEach((e,t)=>{T.fillStyle=ar=t,T.fill(e)}):t!=null&&e&&T.fill(t)}function Hr(e,t,n,i){let a=de[e],o;if(i<=0)o=[0,0];else{let s=a._space=a.space(r,e,t,n,i);o=zr(t,n,a._incrs=a.incrs(r,e,t,n,i,s),i,s)}return a._found=o}function Ur(e,t,n,r,i,a,o,s,c,l){let u=o%2/2;re==1&&T.translate(u,u),mr(s,o,c,l,s),T.beginPath();let d,f,p,m,h=i+(r==0||r==3?-a:a);n==0?(f=i,m=h):(d=i,p=h);for(let r=0;r<e.length;r++)t[r]!=null&&(n==0?d=p=e[r]:f=m=e[r],T.moveTo(d,f),T.lineTo(p,m));T.stroke(),re==1&&T.translate(-u,-u)}function Wr(e){let t=!0;return de.forEach((n,i)=>{if(!n.show)return;let a=P[n.scale];if(a.min==null){n._show&&(t=!1,n._show=!1,qr(!1));return}n._show||(t=!1,n._show=!0,qr(!1));let o=n.side,s=o%2,{min:c,max:l}=a,[u,d]=Hr(i,c,l,s==0?G:K);if(d==0)return;let f=a.distr==2,p=n._splits=n.splits(r,i,c,l,u,d,f),m=a.distr==2?p.map(e=>$n[e]):p,h=a.distr==2?$n[p[1]]-$n[p[0]]:u,g=n._values=n.values(r,n.filter(r,m,i,d,h),i,d,h);n._rotate=o==2?n.rotate(r,g,i,d):0;let _=n._size;n._size=Ne(n.size(r,g,i,e)),_!=null&&n._size!=_&&(t=!1)}),t}function Gr(e){let t=!0;return Hn.forEach((n,i)=>{let a=n(r,i,Pn,e);a!=Un[i]&&(t=!1),Un[i]=a}),t}function Kr(){for(let e=0;e<de.length;e++){let t=de[e];if(!t.show||!t._show)continue;let n=t.side,i=n%2,a,o,c=t.stroke(r,e),l=n==0||n==3?-1:1,[u,d]=t._found;if(t.label!=null){let s=t.labelGap*l,f=Me((t._lpos+s)*O);hr(t.labelFont[0],c,`center`,n==2?`top`:m),T.save(),i==1?(a=o=0,T.translate(f,Me(Vt+Ut/2)),T.rotate((n==3?-Ae:Ae)/2)):(a=Me(Bt+Ht/2),o=f);let p=We(t.label)?t.label(r,e,u,d):t.label;T.fillText(p,a,o),T.restore()}if(d==0)continue;let f=P[t.scale],p=i==0?Ht:Ut,_=i==0?Bt:Vt,v=t._splits,y=f.distr==2?v.map(e=>$n[e]):v,b=f.distr==2?$n[v[1]]-$n[v[0]]:u,x=t.ticks,S=t.border,C=x.show?x.size:0,w=Me(C*O),E=Me((t.alignTo==2?t._size-C-t.gap:t.gap)*O),D=t._rotate*-Ae/180,ee=se(t._pos*O),te=ee+(w+E)*l;o=i==0?te:0,a=i==1?te:0;let ne=t.font[0];hr(ne,c,t.align==1?h:t.align==2?g:D>0?h:D<0?g:i==0?`center`:n==3?g:h,D||i==1?`middle`:n==2?`top`:m);let k=t.font[1]*t.lineGap,re=v.map(e=>se(s(e,f,p,_))),A=t._values;for(let e=0;e<A.length;e++){let t=A[e];if(t!=null){i==0?a=re[e]:o=re[e],t=``+t;let n=t.indexOf(`\n`)==-1?[t]:t.split(/\\n/gm);for(let e=0;e<n.length;e++){let t=n[e];D?(T.save(),T.translate(a,o+e*k),T.rotate(D),T.fillText(t,0,0),T.restore()):T.fillText(t,a,o+e*k)}}}x.show&&Ur(re,x.filter(r,y,e,d,b),i,n,ee,w,U(x.width*O,3),x.stroke(r,e),x.dash,x.cap);let ie=t.grid;ie.show&&Ur(re,ie.filter(r,y,e,d,b),i,i==0?2:1,i==0?Vt:Bt,i==0?Ut:Ht,U(ie.width*O,3),ie.stroke(r,e),ie.dash,ie.cap),S.show&&Ur([ee],[1],+(i==0),i==0?1:2,i==1?Vt:Bt,i==1?Ut:Ht,U(S.width*O,3),S.stroke(r,e),S.dash,S.cap)}ra(`drawAxes`)}function qr(e){N.forEach((t,n)=>{n>0&&(t._paths=null,e&&(i==1?(t.min=null,t.max=null):t.facets.forEach(e=>{e.min=null,e.max=null})))})}let Jr=!1,Yr=!1,Xr=[];function Zr(){Yr=!1;for(let e=0;e<Xr.length;e++)ra(...Xr[e]);Xr.length=0}function Qr(){Jr||=(vt(ei),!0)}function $r(e,t=!1){Jr=!0,Yr=t,e(r),ei(),t&&Xr.length>0&&queueMicrotask(Zr)}r.batch=$r;function ei(){if(Wt&&=(vr(),!1),Kt&&=(dn(),!1),Gt){if(j(ne,h,Mt),j(ne,`top`,Nt),j(ne,f,G),j(ne,p,K),j(k,h,Mt),j(k,`top`,Nt),j(k,f,G),j(k,p,K),j(D,f,kt),j(D,p,jt),_.width=Me(kt*O),_.height=Me(jt*O),de.forEach(({_el:e,_show:t,_size:n,_pos:r,side:i})=>{if(e!=null){if(t){let t=i===3||i===0?n:0,a=i%2==1;j(e,a?`left`:`top`,r-t),j(e,a?`width`:`height`,n),j(e,a?`top`:`left`,a?Nt:Mt),j(e,a?`height`:`width`,a?K:G),ie(e,u)}else A(e,u)}}),ir=ar=or=cr=lr=ur=dr=fr=sr=null,pr=1,Vi(!0),Mt!=Pt||Nt!=Lt||G!=Rt||K!=zt){qr(!1);let e=G/Rt,t=K/zt;if(et&&!nn&&H.left>=0){H.left*=e,H.top*=t,ii&&ce(ii,Me(H.left),0,G,K),ai&&ce(ai,0,Me(H.top),G,K);for(let n=0;n<xn.length;n++){let r=xn[n];r!=null&&(Sn[n]*=e,Cn[n]*=t,ce(r,Ne(Sn[n]),Ne(Cn[n]),G,K))}}if(Q.show&&!on&&Q.left>=0&&Q.width>0){Q.left*=e,Q.width*=e,Q.top*=t,Q.height*=t;for(let e in Wi)j(gi,e,Q[e])}Pt=Mt,Lt=Nt,Rt=G,zt=K}ra(`setSize`),Gt=!1}kt>0&&jt>0&&(T.clearRect(0,0,_.width,_.height),ra(`drawClear`),_e.forEach(e=>e()),ra(`draw`)),Q.show&&on&&(_i(Q),on=!1),et&&nn&&(zi(null,!0,!1),nn=!1),Ze.show&&Ze.live&&sn&&(Li(),sn=!1),c||(c=!0,r.status=1,ra(`ready`)),er=!1,Jr=!1}r.redraw=(e,t)=>{Kt=t||!1,e===!1?Qr():yi(F,I.min,I.max)};function ti(e,n){let i=P[e];if(i.from==null){if(Yn==0){let t=i.range(r,n.min,n.max,e);n.min=t[0],n.max=t[1]}if(n.min>n.max){let e=n.min;n.min=n.max,n.max=e}if(Yn>1&&n.min!=null&&n.max!=null&&n.max-n.min<1e-16)return;e==F&&i.distr==2&&Yn>0&&(n.min=me(n.min,t[0]),n.max=me(n.max,t[0]),n.min==n.max&&n.max++),R[e]=n,Wt=!0,Qr()}}r.setScale=ti;let ni,ri,ii,ai,oi,si,ci,li,ui,di,X,Z,fi=!1,pi=H.drag,mi=pi.x,hi=pi.y;et&&(H.x&&(ni=oe(`u-cursor-x`,k)),H.y&&(ri=oe(`u-cursor-y`,k)),I.ori==0?(ii=ni,ai=ri):(ii=ri,ai=ni),X=H.left,Z=H.top);let Q=r.select=ht({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),gi=Q.show?oe(`u-select`,Q.over?k:ne):null;function _i(e,t){if(Q.show){for(let t in e)Q[t]=e[t],t in Wi&&j(gi,t,e[t]);t!==!1&&ra(`setSelect`)}}r.setSelect=_i;function vi(e){if(N[e].show)$e&&ie(gt[e],u);else if($e&&A(gt[e],u),et){let t=bn?xn[0]:xn[e];t!=null&&ce(t,-10,-10,G,K)}}function yi(e,t,n){ti(e,{min:t,max:n})}function bi(e,t,n,a){t.focus!=null&&ki(e),t.show!=null&&N.forEach((n,r)=>{r>0&&(e==r||e==null)&&(n.show=t.show,vi(r),i==2?(yi(n.facets[0].scale,null,null),yi(n.facets[1].scale,null,null)):yi(n.scale,null,null),Qr())}),n!==!1&&ra(`setSeries`,e,t),a&&sa(`setSeries`,r,e,t)}r.setSeries=bi;function xi(e,t){ht(he[e],t)}function Si(e,t){e.fill=V(e.fill||null),e.dir=L(e.dir,-1),t??=he.length,he.splice(t,0,e)}function Ci(e){e==null?he.length=0:he.splice(e,1)}r.addBand=Si,r.setBand=xi,r.delBand=Ci;function wi(e,t){N[e].alpha=t,et&&xn[e]!=null&&(xn[e].style.opacity=t),$e&&gt[e]&&(gt[e].style.opacity=t)}let Ti,Ei,Di,Oi={focus:!0};function ki(e){if(e!=Di){let t=e==null,n=vn.alpha!=1;N.forEach((r,a)=>{if(i==1||a>0){let i=t||a==0||a==e;r._focus=t?null:i,n&&wi(a,i?1:vn.alpha)}}),Di=e,n&&Qr()}}$e&&yn&&Dt(C,st,e=>{H._lock||(hn(e),Di!=null&&bi(null,Oi,!0,$.setSeries))});function Ai(e,t,n){let r=P[t];n&&(e=e/O-(r.ori==1?Nt:Mt));let i=G;r.ori==1&&(i=K,e=i-e),r.dir==-1&&(e=i-e);let a=r._min,o=r._max,s=e/i,c=a+(o-a)*s,l=r.distr;return l==3?Ie(10,c):l==4?Be(c,r.asinh):l==100?r.bwd(c):c}function ji(e,n){return me(Ai(e,F,n),t[0],q,J)}r.valToIdx=e=>me(e,t[0]),r.posToIdx=ji,r.posToVal=Ai,r.valToPos=(e,t,n)=>P[t].ori==0?a(e,P[t],n?Ht:G,n?Bt:0):o(e,P[t],n?Ut:K,n?Vt:0),r.setCursor=(e,t,n)=>{X=e.left,Z=e.top,zi(null,t,n)};function Mi(e,t){j(gi,h,Q.left=e),j(gi,f,Q.width=t)}function Ni(e,t){j(gi,`top`,Q.top=e),j(gi,p,Q.height=t)}let Pi=I.ori==0?Mi:Ni,Fi=I.ori==1?Mi:Ni;function Ii(){if($e&&Ze.live)for(let e=+(i==2);e<N.length;e++){if(e==0&&bt)continue;let t=Ze.values[e],n=0;for(let r in t)_t[e][n++].firstChild.nodeValue=t[r]}}function Li(e,t){if(e!=null&&(e.idxs?e.idxs.forEach((e,t)=>{Ke[t]=e}):ct(e.idx)||Ke.fill(e.idx),Ze.idx=Ke[0]),$e&&Ze.live){for(let e=0;e<N.length;e++)(e>0||i==1&&!bt)&&Ri(e,Ke[e]);Ii()}sn=!1,t!==!1&&ra(`setLegend`)}r.setLegend=Li;function Ri(e,n){let i=N[e],a=e==0&&De==2?$n:t[e],o;bt?o=i.values(r,e,n)??xt:(o=i.value(r,n==null?null:a[n],e,n),o=o==null?xt:{_:o}),Ze.values[e]=o}function zi(e,n,a){ui=X,di=Z,[X,Z]=H.move(r,X,Z),H.left=X,H.top=Z,et&&(ii&&ce(ii,Me(X),0,G,K),ai&&ce(ai,0,Me(Z),G,K));let o,s=q>J;Ti=B,Ei=null;let c=I.ori==0?G:K,l=I.ori==1?G:K;if(X<0||Yn==0||s){o=H.idx=null;for(let e=0;e<N.length;e++){let t=xn[e];t!=null&&ce(t,-10,-10,G,K)}yn&&bi(null,Oi,!0,e==null&&$.setSeries),Ze.live&&(Ke.fill(o),sn=!0)}else{let e,n,a;i==1&&(e=I.ori==0?X:Z,n=Ai(e,F),o=H.idx=me(n,t[0],q,J),a=Oe(t[0][o],I,c,0));let s=-10,u=-10,d=0,f=0,p=!0,m=``,h=``;for(let e=+(i==2);e<N.length;e++){let g=N[e],_=Ke[e],v=_==null?null:i==1?t[e][_]:t[e][1][_],y=H.dataIdx(r,e,o,n),b=y==null?null:i==1?t[e][y]:t[e][1][y];if(sn=sn||b!=v||y!=_,Ke[e]=y,e>0&&g.show){let n=y==null?-10:y==o?a:Oe(i==1?t[0][y]:t[e][0][y],I,c,0),_=b==null?-10:ke(b,i==1?P[g.scale]:P[g.facets[1].scale],l,0);if(yn&&b!=null){let t=I.ori==1?X:Z,n=je(vn.dist(r,e,y,_,t));if(n<Ti){let r=vn.bias;if(r!=0){let i=Ai(t,g.scale),a=b>=0?1:-1,o=i>=0?1:-1;o==a&&(o==1?r==1?b>=i:b<=i:r==1?b<=i:b>=i)&&(Ti=n,Ei=e)}else Ti=n,Ei=e}}if(sn||bn){let t,i;I.ori==0?(t=n,i=_):(t=_,i=n);let a,o,c,l,g,v,y=!0,b=gn.bbox;if(b!=null){y=!1;let t=b(r,e);c=t.left,l=t.top,a=t.width,o=t.height}else c=t,l=i,a=o=gn.size(r,e);if(v=gn.fill(r,e),g=gn.stroke(r,e),bn)e==Ei&&Ti<=vn.prox&&(s=c,u=l,d=a,f=o,p=y,m=v,h=g);else{let t=xn[e];t!=null&&(Sn[e]=c,Cn[e]=l,ue(t,a,o,y),le(t,v,g),ce(t,Ne(c),Ne(l),G,K))}}}}if(bn){let e=vn.prox;if(sn||(Di==null?Ti<=e:Ti>e||Ei!=Di)){let e=xn[0];e!=null&&(Sn[0]=s,Cn[0]=u,ue(e,d,f,p),le(e,m,h),ce(e,Ne(s),Ne(u),G,K))}}}if(Q.show&&fi){if(e!=null){let[t,n]=$.scales,[r,i]=$.match,[a,o]=e.cursor.sync.scales,s=e.cursor.drag;if(mi=s._x,hi=s._y,mi||hi){let{left:s,top:u,width:d,height:f}=e.select,p=e.scales[a].ori,m=e.posToVal,h,g,_,v,y,b=t!=null&&r(t,a),x=n!=null&&i(n,o);b&&mi?(p==0?(h=s,g=d):(h=u,g=f),_=P[t],v=Oe(m(h,a),_,c,0),y=Oe(m(h+g,a),_,c,0),Pi(Pe(v,y),je(y-v))):Pi(0,c),x&&hi?(p==1?(h=s,g=d):(h=u,g=f),_=P[n],v=ke(m(h,o),_,l,0),y=ke(m(h+g,o),_,l,0),Fi(Pe(v,y),je(y-v))):Fi(0,l)}else Gi()}else{let e=je(ui-oi),t=je(di-si);if(I.ori==1){let n=e;e=t,t=n}mi=pi.x&&e>=pi.dist,hi=pi.y&&t>=pi.dist;let n=pi.uni;n==null?pi.x&&pi.y&&(mi||hi)&&(mi=hi=!0):mi&&hi&&(mi=e>=n,hi=t>=n,!mi&&!hi&&(t>e?hi=!0:mi=!0));let r,i;mi&&(I.ori==0?(r=ci,i=X):(r=li,i=Z),Pi(Pe(r,i),je(i-r)),hi||Fi(0,l)),hi&&(I.ori==1?(r=ci,i=X):(r=li,i=Z),Fi(Pe(r,i),je(i-r)),mi||Pi(0,c)),!mi&&!hi&&(Pi(0,0),Fi(0,0))}}if(pi._x=mi,pi._y=hi,e==null){if(a){if(aa!=null){let[e,t]=$.scales;$.values[0]=e==null?null:Ai(I.ori==0?X:Z,e),$.values[1]=t==null?null:Ai(I.ori==1?X:Z,t)}sa(y,r,X,Z,G,K,o)}if(yn){let e=a&&$.setSeries,t=vn.prox;Di==null?Ti<=t&&bi(Ei,Oi,!0,e):Ti>t?bi(null,Oi,!0,e):Ei!=Di&&bi(Ei,Oi,!0,e)}}sn&&(Ze.idx=o,Li()),n!==!1&&ra(`setCursor`)}let Bi=null;Object.defineProperty(r,\"rect\",{get(){return Bi??Vi(!1),Bi}});function Vi(e=!1){e?Bi=null:(Bi=k.getBoundingClientRect(),ra(`syncRect`,Bi))}function Hi(e,t,n,r,i,a,o){H._lock||fi&&e!=null&&e.movementX==0&&e.movementY==0||(Ui(e,t,n,r,i,a,o,!1,e!=null),e==null?zi(t,!0,!1):zi(null,!0,!0))}function Ui(e,t,n,i,a,o,c,l,u){if(Bi??Vi(!1),hn(e),e!=null)n=e.clientX-Bi.left,i=e.clientY-Bi.top;else{if(n<0||i<0){X=-10,Z=-10;return}let[e,r]=$.scales,c=t.cursor.sync,[l,u]=c.values,[d,f]=c.scales,[p,m]=$.match,h=t.axes[0].side%2==1,g=I.ori==0?G:K,_=I.ori==1?G:K,v=h?o:a,y=h?a:o,b=h?i:n,x=h?n:i;if(n=d==null?b/v*g:p(e,d)?s(l,P[e],g,0):-10,i=f==null?x/y*_:m(r,f)?s(u,P[r],_,0):-10,I.ori==1){let e=n;n=i,i=e}}u&&(t==null||t.cursor.event.type==y)&&((n<=1||n>=G-1)&&(n=Qe(n,G)),(i<=1||i>=K-1)&&(i=Qe(i,K))),l?(oi=n,si=i,[ci,li]=H.move(r,n,i)):(X=n,Z=i)}let Wi={width:0,height:0,left:0,top:0};function Gi(){_i(Wi,!1)}let Ki,qi,Ji,Yi;function Xi(e,t,n,i,a,o,s){fi=!0,mi=hi=pi._x=pi._y=!1,Ui(e,t,n,i,a,o,s,!0,!1),e!=null&&(Dt(x,ee,Zi,!1),sa(b,r,ci,li,G,K,null));let{left:c,top:l,width:u,height:d}=Q;Ki=c,qi=l,Ji=u,Yi=d}function Zi(e,t,n,i,a,o,s){fi=pi._x=pi._y=!1,Ui(e,t,n,i,a,o,s,!1,!0);let{left:c,top:l,width:u,height:d}=Q,f=u>0||d>0,p=Ki!=c||qi!=l||Ji!=u||Yi!=d;if(f&&p&&_i(Q),pi.setScale&&f&&p){let e=c,t=u,n=l,r=d;if(I.ori==1&&(e=l,t=d,n=c,r=u),mi&&yi(F,Ai(e,F),Ai(e+t,F)),hi)for(let e in P){let t=P[e];e!=F&&t.from==null&&t.min!=B&&yi(e,Ai(n+r,e),Ai(n,e))}Gi()}else H.lock&&(H._lock=!H._lock,zi(t,!0,e!=null));e!=null&&(Ot(x,ee),sa(x,r,X,Z,G,K,null))}function Qi(e,t,n,r,i,a,o){if(H._lock)return;hn(e);let s=fi;if(fi){let e=!0,t=!0,n,r;I.ori==0?(n=mi,r=hi):(n=hi,r=mi),n&&r&&(e=X<=10||X>=G-10,t=Z<=10||Z>=K-10),n&&e&&(X=X<ci?0:G),r&&t&&(Z=Z<li?0:K),zi(null,!0,!0),fi=!1}X=-10,Z=-10,Ke.fill(null),zi(null,!0,!0),s&&(fi=s)}function $i(e,t,n,i,a,o,s){H._lock||(hn(e),rr(),Gi(),e!=null&&sa(w,r,X,Z,G,K,null))}function ea(){de.forEach(Vr),ln(r.width,r.height,!0)}fe(E,te,ea);let ta={};ta.mousedown=Xi,ta.mousemove=Hi,ta.mouseup=Zi,ta.dblclick=$i,ta.setSeries=(e,t,n,i)=>{let a=$.match[2];n=a(r,t,n),n!=-1&&bi(n,i,!0,!1)},et&&(Dt(b,k,Xi),Dt(y,k,Hi),Dt(S,k,e=>{hn(e),Vi(!1)}),Dt(C,k,Qi),Dt(w,k,$i),Tr.add(r),r.syncRect=Vi);let na=r.hooks=e.hooks||{};function ra(e,t,n){Yr?Xr.push([e,t,n]):e in na&&na[e].forEach(e=>{e.call(null,r,t,n)})}(e.plugins||[]).forEach(e=>{for(let t in e.hooks)na[t]=(na[t]||[]).concat(e.hooks[t])});let ia=(e,t,n)=>n,$=ht({key:null,setSeries:!1,filters:{pub:Ye,sub:Ye},scales:[F,N[1]?N[1].scale:null],match:[Xe,Xe,ia],values:[null,null]},H.sync);$.match.length==2&&$.match.push(ia),H.sync=$;let aa=$.key,oa=Xn(aa);function sa(e,t,n,r,i,a,o){$.filters.pub(e,t,n,r,i,a,o)&&oa.pub(e,t,n,r,i,a,o)}oa.sub(r);function ca(e,t,n,r,i,a,o){$.filters.sub(e,t,n,r,i,a,o)&&ta[e](null,t,n,r,i,a,o)}r.pub=ca;function la(){oa.unsub(r),Tr.delete(r),Et.clear(),pe(E,te,ea),l.remove(),st?.remove(),ra(`destroy`)}r.destroy=la;function ua(){ra(`init`,e,t),tr(t||e.data,!1),R[F]?ti(F,R[F]):rr(),on=Q.show&&(Q.width>0||Q.height>0),nn=sn=!0,ln(e.width,e.height)}return N.forEach(jn),de.forEach(Fn),n?n instanceof HTMLElement?(n.appendChild(l),ua()):n(r,ua):ua(),r}Y.assign=ht,Y.fmtNum=ke,Y.rangeNum=Te,Y.rangeLog=be,Y.rangeAsinh=xe,Y.orient=q,Y.pxRatio=O,Y.join=_t,Y.fmtDate=At,Y.tzDate=G,Y.sync=Xn;{Y.addGap=er,Y.clipGaps=$n;let e=Y.paths={points:mr};e.linear=vr,e.stepped=yr,e.bars=xr,e.spline=Cr}let Hr=/* @__PURE__ */ new Set;matchMedia(`(prefers-color-scheme: dark)`).addEventListener(`change`,()=>{for(let e of Hr)e.redraw(!1,!0)});function Ur(e){return getComputedStyle(document.documentElement).getPropertyValue(`--${e}`).trim()}function Wr(t){let n=e(`div`,{\"aria-hidden\":`true`}),r=e(`p`,{class:`readout`,\"aria-live\":`polite`},Gr),i=e(`div`,{class:`chart`,role:`group`,\"aria-label\":`${t.summary} Arrow keys read it point by point.`,tabindex:0},n),a;return new ResizeObserver(([e])=>{let i=Math.floor(e?.contentRect.width??0);i!==0&&(a===void 0?a=Kr(t,n,i,r):a.setSize({width:i,height:260}))}).observe(i),i.addEventListener(`keydown`,e=>{a!==void 0&&Zr(a,e.key)&&e.preventDefault()}),e(`div`,{},i,r)}let Gr=`Point at the chart, or use the arrow keys, to read it.`;function Kr(e,t,n,r){let i=e.lines.map(({xs:e,ys:t})=>[[...e],[...t]]),a={stroke:()=>Ur(`grid`),width:1},o={stroke:()=>Ur(`muted`),grid:a,ticks:a},s=new Y({width:n,height:260,legend:{show:!1},cursor:{drag:{x:!1,y:!1},points:{size:7}},scales:{x:{time:!1},y:{range:(t,n,r)=>Jr(n,r,e.fromZero??!1)}},axes:[{...o,space:64,...e.wholeX?{incrs:[1,2,5,10,20,50,100,200,500]}:{},size:34,values:(t,n)=>n.map(e.xTick??e.xText)},{...o,size:(e,t)=>qr(t),values:(t,n)=>n.map(e.yText)}],series:[{},...e.lines.map(({label:e,colour:t,dash:n,dots:r,thin:i})=>({label:e,stroke:()=>Ur(t),width:i?1:2,...n===void 0?{}:{dash:[...n]},points:{show:r??!1,size:6,fill:()=>Ur(t)}}))],hooks:{drawAxes:e.underlay===void 0?[]:[e.underlay],setCursor:[t=>r.textContent=Yr(e,t)]}},Y.join(i),t);return Hr.add(s),s}function qr(e){return 22+7*Math.max(4,...(e??[]).map(({length:e})=>e))}function Jr(e,t,n){let r=n?Math.min(0,e??0):e??0,i=t??1,a=(i-r||Math.abs(i)||1)*.06;return[n&&r===0?0:r-a,i+a]}function Yr(e,{cursor:t,data:n}){let{idx:r}=t;if(r==null)return Gr;let i=n[0][r],a=e.lines.flatMap(({label:t},i)=>{let a=Xr(n[i+1]??[],r);return a===void 0?[]:[`${t} ${e.yText(a)}`]});return i===void 0?Gr:`${e.xText(i)}: ${a.join(`, `)}`}function Xr(e,t){let n=t;for(;n>=0&&typeof e[n]!=`number`;)--n;return e[n]??void 0}function Zr(e,t){let n=e.data[0].length-1,r=e.cursor.idx??-1,i={ArrowRight:r+1,ArrowLeft:r-1,Home:0,End:n}[t];if(i===void 0)return!1;let a=e.data[0][Math.min(n,Math.max(0,i))];return a!==void 0&&e.setCursor({left:e.valToPos(a,`x`),top:1}),!0}function Qr(e,t,n){let r=n>=50?0:n>=5?1:n>=.5?2:3;return`${e.toFixed(r)}${t===``?``:` ${t}`}`}function $r(e){return e<1024?`${e} bytes`:e<1024**2?`${(e/1024).toFixed(1)} KiB`:`${(e/1024**2).toFixed(1)} MiB`}function ei(e,t){return e.metrics[t]?.title??t}function ti(e,t){return e.metrics[t]?.unit??``}function ni({id:e}){return`case=${encodeURIComponent(e)}`}let ri={cold:`cold iteration`,warmup:`warm-ups`,measure:`measured iterations`,settle:`settle (garbage collection)`};function ii(e){return Object.hasOwn(ri,e)?ri[e]??e:e}let ai={allocated:`first`,active:`second`,resident:`third`,retained:`fourth`};function oi(t,{iterations:n,counters:i}){let a=i.flatMap(e=>li(e,n)),o=n.length>0;return e(`figure`,{},e(`figcaption`,{},`One sample, that of the median live bytes, by the server’s own count (jemalloc); not judged.`),...o?[si(t,a)]:[],r(`Qdrant’s allocator in figures`,ci(i,o)))}function si(e,t){let n=Math.max(.1,...t.flatMap(({ys:e})=>e.map(e=>e??0)));return Wr({summary:`Qdrant’s allocator in ${e} after each iteration; the table below has its figures.`,lines:t,xText:e=>e===0?`before`:`iteration ${e}`,xTick:String,yText:e=>Qr(e,`MiB`,n),wholeX:!0,fromZero:!0})}function ci(e,t){let n=e.some(({baseline:e})=>e!==``),r=[`counter`,`before`,`at the end`,...n?[`in the baseline`]:[],`what it is`];return i(r,e.map(({name:e,meaning:r,before:i,after:a,baseline:o})=>[t&&Object.hasOwn(ai,e)?l({label:e,colour:ai[e]??``}):e,i,a,...n?[o]:[],r]),e=>e>0&&e<r.length-1)}function li({name:e,mebibytes:t},n){let r=Object.hasOwn(ai,e)?ai[e]:void 0;return r===void 0?[]:[{label:e,colour:r,xs:n,ys:t}]}let ui=[`first`,`second`,`third`,`fourth`],di=1e3;function X(t,{words:n,columns:a,rows:o}){let s=o.filter(({parts:e})=>e.length>0),c=Math.max(1,...s.map(({parts:e})=>pi(e)));return e(`figure`,{},e(`figcaption`,{},n),...s.length===0?[]:[Z(s)],...s.map(n=>e(`div`,{class:`strip-row`},e(`div`,{},n.who),fi(t,n,c))),r(`What resident memory is made of, in figures`,i([`memory of`,...a],o.map(({who:e,texts:t})=>[e,...t]),e=>e>0)))}function Z([t]){return e(`p`,{class:`small keys`},...(t?.parts??[]).map(({name:e},t)=>l({label:e,colour:ui[t]??`first`})))}function fi(e,{who:n,parts:r,isBaseline:i},a){let o=0,s=r.map(({mebibytes:e},n)=>{let r=di*e/a,i=t(`rect`,{x:o,y:0,width:r,height:18,class:ui[n]});return o+=r,i}),c=r.map(({name:e,text:t})=>`${e} ${t}`).join(`, `);return t(`svg`,{class:`strip parts${i?` before`:``}`,viewBox:`0 0 ${di} 18`,height:18,preserveAspectRatio:`none`,role:`img`,\"aria-label\":`Memory of ${e}, ${n}: ${c}`},...s)}function pi(e){return e.reduce((e,{mebibytes:t})=>e+t,0)}function mi({words:t,rows:n}){let a=i([`holder`,`objects`,`size`,`declared at`,`through`,`most of it`],n.map(({holder:t,objects:n,size:r,place:i,through:a,held:s})=>[e(`span`,{class:`place`},o(t)),n,r,o(i),o(a),s]),e=>e===1||e===2);return e(`div`,{},e(`p`,{class:`small`},`${t} From two heap snapshots, before and after the iterations, in a separate process; not judged. Each object counts for the holder with the shortest path to it.`),r(`Who holds it`,a))}function hi({id:e,detail:{allocator:t,mapped:n,allocations:r,retainers:i}}){return[...i===void 0?[]:Q(`Who holds it`,mi(i)),...t===void 0?[]:Q(`Qdrant’s allocator`,oi(e,t)),...n===void 0?[]:Q(`What resident memory is made of`,X(e,n)),...r===void 0?[]:Q(`Most allocations by function`,s(r))]}function Q(t,n){return[e(`h3`,{},t),n]}let gi={baseline:13,now:33};function _i(n,r,i){let{now:a,baseline:o,band:s,floor:c,budget:l}=i,u=o?.median,{least:d,span:f}=vi([...a.values,...o?.values??[],...u===void 0||s===void 0?[]:[u+s.lower,u+s.upper],...u===void 0||c===void 0?[]:[u-c.value,u+c.value]],l),[p,m]=[d-f*.04,d+f*1.04],h=e=>`${(100*(e-p)/(m-p)).toFixed(2)}%`,g=e=>Qr(e,r,f),_=t(`svg`,{class:`strip`,height:46,role:`img`,\"aria-label\":xi(n,i)});if(u!==void 0&&c!==void 0){let e=`${(200*c.value/(m-p)).toFixed(2)}%`;_.append(t(`rect`,{class:`none`,x:h(u-c.value),y:0,width:e,height:46}))}if(u!==void 0&&s!==void 0){let[e,n,r]=[h(u+s.lower),h(u+s.upper),23];_.append(t(`line`,{class:`band`,x1:e,x2:n,y1:r,y2:r}));for(let i of[e,n])_.append(t(`line`,{class:`band`,x1:i,x2:i,y1:r-4,y2:r+4}))}for(let e of[`baseline`,`now`]){let n=gi[e],r=i[e];if(r===void 0)continue;let a=h(r.median);_.append(t(`line`,{class:`median ${e}`,x1:a,x2:a,y1:n-9,y2:n+9}));for(let i of r.values){let r=t(`circle`,{class:e,cx:h(i),cy:n,r:4.5});r.append(t(`title`,{},`${e} ${g(i)}`)),_.append(r)}}if(l!==void 0&&l.value>=p&&l.value<=m){let e=h(l.value),n=`budget ${l.exceeded?`exceeded`:`kept`}`;_.append(t(`line`,{class:n,x1:e,x2:e,y1:0,y2:46}))}let v=e(`div`,{class:`ends`,\"aria-hidden\":`true`});return v.append(e(`span`,{},g(p)),e(`span`,{},g(m))),e(`div`,{class:`strip-row`},bi(n,i),e(`div`,{},_,v))}function vi(e,t){let n=e=>{let t=Math.min(...e);return{least:t,span:Math.max(...e)-t||Math.abs(t)/10||1}},r=n(e);if(t===void 0)return r;let i=n([...e,t.value]);return t.exceeded||i.span<=4*r.span?i:r}function yi(e){return e===void 0?``:`budget ${e.text} ${e.exceeded?`exceeded`:`kept`}`}function bi(t,{verdict:n,difference:r,budget:i}){let a=[r,n,yi(i)].filter(e=>e!==``).join(`, `);return e(`div`,{},e(`strong`,{},t),` `,e(`span`,{class:`small`},a))}function xi(e,{now:t,baseline:n,difference:r,band:i,floor:a,budget:o,verdict:s}){return[`${e}: now ${t.text} (${t.values.length} samples, ${t.range})`,n===void 0?`no baseline`:`baseline ${n.text} (${n.values.length} samples, ${n.range})`,r===``?``:`difference ${r}`,i===void 0?``:`interval ${i.text}`,a===void 0?``:`threshold ${a.text}`,yi(o),s].filter(e=>e!==``).join(`; `)}function Si({tone:t,kind:n,caseId:r,what:i,detail:a,where:o},s=!1){let c=s?[e(`a`,{href:`#${ni({id:r})}`},r),` `]:[];return e(`li`,{class:t},e(`span`,{class:`badge ${t}`},n),` `,...c,e(`span`,{class:`what`},i),...a===``?[]:[` `,e(`span`,{class:`small`},a)],...o.length===0?[]:[e(`ul`,{class:`where`},...o.map(t=>e(`li`,{},t)))])}function Ci({findings:t}){let n=t.map(e=>Si(e,!0)),r=t=>e(`ul`,{class:`findings`},...t),i=n.slice(12);return e(`section`,{\"aria-labelledby\":`findings`},e(`h2`,{id:`findings`},`Findings`),n.length===0?e(`p`,{},`Nothing to tell.`):r(n.slice(0,12)),...i.length===0?[]:[e(`details`,{},e(`summary`,{},`${i.length} more`),r(i))])}function wi({changes:t,notes:n}){if(t.length===0&&n.length===0)return;let r=t.slice(8);return e(`section`,{\"aria-labelledby\":`changes`},e(`h2`,{id:`changes`},`What else differs`),...n.map(t=>e(`p`,{},t)),...t.length===0?[]:[Ti(`What differs`,t.slice(0,8))],...r.length===0?[]:[e(`details`,{},e(`summary`,{},`${r.length} more`),Ti(`What else differs`,r))])}function Ti(e,t){return r(e,i([`name`,`baseline`,`now`,`kind`],t.map(({name:e,baseline:t,now:n,kind:r})=>[e,t,n,r])))}let Ei=[`first`,`second`,`third`,`fourth`];function Di(t,{summary:n,unit:a,series:o}){let s=[...o].sort((e,t)=>Number(t.accusing)-Number(e.accusing)).slice(0,Ei.length).map((e,t)=>({one:e,colour:Ei[t]??`first`})),c=s.flatMap(({one:e,colour:t})=>Oi(e,t)),u=c.flatMap(({ys:e})=>e.map(e=>e??0)),d=Math.max(.1,Math.max(...u)-Math.min(...u)),f=e=>Qr(e,a,d),p=s.map(({one:e,colour:t})=>[l({label:`${e.label}${e.accusing?` (judged)`:``}`,colour:t}),f(e.now.amounts.at(-1)??0),e.baseline===void 0?`–`:f(e.baseline.amounts.at(-1)??0),e.fit?.text??`–`]);return e(`figure`,{},e(`figcaption`,{},n),Wr({summary:`Growth of ${t} after each iteration; the table below has its figures.`,lines:c,xText:e=>`iteration ${e}`,xTick:String,yText:f,wholeX:!0}),r(`Growth in figures`,i([`one sample`,`grown by`,`in the baseline`,`in the last quarter`],p,e=>e>0)),e(`p`,{class:`small`},`Dashed: the baseline. Dotted: the growth over the last quarter of the iterations.`))}function Oi({label:e,accusing:t,now:n,baseline:r,fit:i},a){let o=({iterations:e,amounts:t})=>({colour:a,xs:e,ys:t});return[...r===void 0?[]:[{...o(r),label:`${e}, baseline`,dash:[6,4]}],{...o(n),label:e},...i===void 0||!t?[]:[{...o(i.line),label:`last quarter`,colour:`strong`,dash:[2,3]}]]}function ki(t,{id:n,metrics:r},i){let a=r.filter(({history:e})=>e.length>0);if(a.length===0)return;let o=e(`select`,{id:`history-${i}`},...a.map(({metric:n})=>e(`option`,{value:n},ei(t,n)))),s=a.find(({verdict:e})=>e===`regression`)??a[0];s!==void 0&&(o.value=s.metric);let c=e(`div`),l=()=>{let e=a.find(({metric:e})=>e===o.value);e!==void 0&&c.replaceChildren(Ai(t,n,e))};return o.addEventListener(`change`,l),l(),e(`figure`,{},e(`label`,{for:`history-${i}`},`Metric `),o,c)}function Ai(t,n,{metric:a,history:o}){let s=o.flatMap(e=>e??[]),c=Math.max(...s)-Math.min(...s),l=e=>Qr(e,ti(t,a),c||Math.abs(s[0]??1)/10),u=t.runs,d=o.map((e,t)=>[u[t]??``,e===null?`–`:l(e)]).toReversed();return e(`div`,{},Wr({summary:`${ei(t,a)} of ${n} in ${s.length} runs; the table below has its figures.`,lines:[{label:`median`,colour:`first`,dots:!0,xs:o.map((e,t)=>t),ys:o}],xText:e=>u[e]??``,xTick:e=>u[e]?.split(` `)[0]??``,yText:l,wholeX:!0}),e(`details`,{},e(`summary`,{},`History in figures`),r(`History in figures`,i([`run`,ei(t,a)],d,e=>e>0))))}function ji(t,n,r,i){let a=e(`div`),o=n.map(({side:t,words:n})=>{let r=e(`button`,{type:`button`,class:`button`},n);return r.addEventListener(`click`,()=>s(t)),{side:t,button:r}});function s(e){for(let{side:t,button:n}of o)n.setAttribute(`aria-pressed`,String(t===e));a.replaceChildren(...i(e))}return s(r),o.length<2?a:e(`div`,{},e(`div`,{class:`choice`,role:`group`,\"aria-label\":t},...o.map(({button:e})=>e)),a)}function Mi(e,t,n){let r=Fi(n,0);return Pi(r,e,t,0),r}function Ni(e,t,n){let r=Fi(n,t.bytes.reduce((e,n,r)=>t.depth[r]===0?e+n:e,0));return Pi(r,e,t,1),r}function Pi(e,t,n,r){let i=[e];for(let[a,o]of n.depth.entries()){if(o<r)continue;i.length=Math.min(i.length,o-r+1);let s=i.at(-1)??e,c=Ri({...zi(t,n.frame[a]??-1),...r===0&&o===0?{owner:`whole`}:{},depth:s.depth+1,caller:s,own:n.bytes[a]??0});s.callees.push(c),i.push(c)}Bi(e),Vi(e,0)}function Fi(e,t){return Ri({name:e,place:``,owner:`whole`,depth:0,caller:void 0,own:t})}function Ii(e){return e.caller===void 0?[]:[...Ii(e.caller),e.caller]}function Li(e){return[e,...e.callees.flatMap(Li)]}function Ri(e){return{...e,callees:[],total:e.own,start:0}}function zi(e,t){let{owner:n=`node`,path:r=``}=e.files[e.file[t]??-1]??{},i=e.line[t]??0;return{name:e.function[t]??``,place:r===``||i===0?r:`${r}:${i}`,owner:n}}function Bi(e){return e.total=e.callees.reduce((e,t)=>e+Bi(t),e.own),e.total}function Vi(e,t){e.start=t;let n=t;for(let t of e.callees)Vi(t,n),n+=t.total}let Hi=`Point at a bar, or walk over them with the arrow keys, to read it. A click or Enter zooms in, Escape out.`;function Ui(t,n,r){let i=e(`p`,{class:`readout`,\"aria-live\":`polite`},Hi),a=e(`button`,{type:`button`,class:`button`,disabled:!0},`Zoom out`),o=e(`div`,{class:`flame`,role:`group`,\"aria-label\":t}),s=/* @__PURE__ */ new Map,c=n;function l(e){c=e,s.clear();for(let t of[...Ii(e),...Li(e)])t.total>0&&s.set(t,u(t,e));let t=1+Math.max(...[...s.keys()].map(({depth:e})=>e));o.style.height=`${t*22}px`,o.replaceChildren(...s.values()),a.disabled=e===n,d(e)}function u(t,a){let o=t.depth<a.depth,s=e(`button`,{type:`button`,class:`bar ${t.owner}${o?` above`:``}`,tabindex:-1,\"aria-label\":`${t.name}: ${$r(t.total)}`},e(`span`,{},t.owner===`whole`?`${t.name}: ${$r(t.total)}`:Wi(t.name))),[c,l]=o?[0,1]:[(t.start-a.start)/a.total,t.total/a.total];s.style.left=`${(100*c).toFixed(4)}%`,s.style.width=`max(1px, calc(${(100*l).toFixed(4)}% - 1px))`,s.style.top=`${t.depth*22}px`;let u=()=>{i.textContent=Gi(t,n,r)};return s.addEventListener(`pointerenter`,u),s.addEventListener(`focus`,()=>{d(t),u()}),s.addEventListener(`click`,()=>f(t)),s.addEventListener(`keydown`,e=>{p(t,e.key)&&e.preventDefault()}),s}function d(e){for(let[t,n]of s)n.tabIndex=t===e?0:-1}function f(e){l(e),s.get(e)?.focus()}function p(e,t){if(t===`Escape`)f(n);else{let n=m(e,t);if(n===void 0)return!1;s.get(n)?.focus()}return!0}function m(e,t){if(t===`Home`)return n;if(t===`ArrowUp`)return e.caller;if(t===`ArrowDown`)return e.depth<c.depth?[...Ii(c),c][e.depth+1]:e.callees[0];let r=[...s.keys()].filter(({depth:t})=>t===e.depth),i=r.indexOf(e);return t===`ArrowRight`?r[i+1]:t===`ArrowLeft`?r[i-1]:void 0}return a.addEventListener(`click`,()=>f(n)),o.addEventListener(`pointerleave`,()=>{i.textContent=c===n?Hi:Gi(c,n,r)}),l(n),e(`div`,{},e(`div`,{class:`tools`},Ki(r),a),e(`div`,{class:`flame-view`},o),i)}function Wi(e){return/^[\\w:~]+$/.test(e)?e.split(`::`).slice(-2).join(`::`):e}function Gi(e,t,n){let r=`${(100*e.total/t.total).toFixed(1)} % of all`,i=Ii(e).find(({owner:e,depth:t})=>e===`whole`&&t>0),a=e===t?`of calls too small to be told`:`by itself`;return[`${e.name}${e.place===``?``:` at ${e.place}`}`,...e.owner===`whole`?[]:[n[e.owner]],`${$r(e.total)}${i===void 0?``:` of ${i.name}`}, ${r}`,...e.own>0&&e.callees.length>0?[`${$r(e.own)} ${a}`]:[]].join(`; `)}function Ki(t){return e(`p`,{class:`small legend`},...[`own`,`package`,`node`,`whole`].map(n=>e(`span`,{class:`key`},e(`span`,{class:`patch ${n}`,\"aria-hidden\":`true`}),t[n])))}let qi={worker:{own:`own code`,package:`libraries`,node:`Node and system`,whole:`all of it`},command:{own:`the program`,package:`libraries`,node:`system`,whole:`all of it`},qdrant:{own:`Qdrant`,package:`libraries`,node:`system`,whole:`all of it`}};function Ji(t,n){return n.flatMap(({profiler:n,summary:r,profile:i,stacks:a,calls:o})=>[e(`p`,{},`${n}: ${r}`),...o===void 0?[]:Yi(t,n,o),...a.length===0?[]:Xi(n,a),...i===``?[]:[e(`p`,{class:`small`},`The whole of it is in `,e(`code`,{},`profiles/${i}`),`.`)]])}function Yi(t,n,{subject:r,frames:i,peak:a,leaked:o}){let s=[{side:`peak`,words:`At the peak`,root:Ni(i,a,`all at the peak`)},...o===void 0?[]:[{side:`leaked`,words:`Not freed`,root:Ni(i,o,`all that was not freed`)}]].filter(({root:e})=>e.total>0),[c]=s;if(c===void 0)return[];let l=({words:e,root:i})=>[Ui(`Flame graph of the native memory of ${t} ${`${e.toLowerCase()}, by ${n}`}; the table below has the greatest in figures.`,i,qi[r])];return[ji(`Which native memory, by ${n}`,s,c.side,e=>s.filter(({side:t})=>t===e).flatMap(l)),e(`p`,{class:`small`},`A bar is a call, and below it stands what it calls; its width is the memory that they had. What is too small to be seen counts for its caller. Allocators and standard libraries, which only pass on what others want, are left out.`)]}function Xi(e,t){return a(t,(t,n)=>Zi(`${n?`Further stacks`:`Stacks`} by ${e}`,t))}function Zi(t,n){return r(t,i([`what`,`how much`,`who asked for it, the innermost call first`],n.map(({what:t,amount:n,calls:r})=>[t,n,e(`span`,{},...r.flatMap((t,n)=>n===0?[t]:[e(`br`),`< ${t}`]))]),e=>e===1))}let Qi=[{side:`kept`,words:`Kept after the iterations`},{side:`allocated`,words:`Allocated during the iterations`}],$i={own:`own code`,package:`package`,node:`Node and native code`,whole:`all objects, all Buffers`};function ea(e,t){return ji(`Which memory`,Qi,t.first,n=>ta(e,t,n))}function ta(t,n,r){let{sites:i}=n[r];return[...na(t,n,n[r],r),...i.length===0?[e(`p`,{},`No function has a KiB of it.`)]:ra(n,i)]}function na(t,n,{calls:r},i){if(r===void 0||r.depth.length===0)return[];let a=Mi(n.frames,r,`all that was ${i}`),o=`Flame graph of what ${t} ${i}; the table below has the greatest in figures.`;return a.total===0?[]:[Ui(o,a,$i),e(`p`,{class:`small`},`A bar is a call, and below it stands what it calls; its width is the memory that came about there. What is too small to be seen counts for its caller. Recorded in a separate process: it explains, and is not judged.`)]}function ra({compared:t,before:n},r){let i=t||!n?[]:[e(`p`,{class:`small`},`The baseline does not know where its memory came from.`)];return[...a(r,(e,n)=>ia(n?`Where the rest comes from`:`Where the memory comes from`,e,t)),...i]}function ia(e,t,n){let a=n?[`baseline`,`now`,`difference`]:[`now`],s=i([`function`,...a,`what`,`file and line`,`called by`],t.map(e=>[e.function,...n?[e.baseline,e.now,e.difference]:[e.now],e.kind,o(e.place),o(e.caller)]),e=>e>0&&e<=a.length);return s.className=`sites`,r(e,s)}function $(t,{subject:n,now:a,baseline:o}){let s=[...o===void 0?[]:sa(o,`, baseline`),...sa(a,``),...o===void 0?[]:oa(o,n,`, baseline`,[6,4]),...oa(a,n,``,void 0)],c=Math.max(1,...s.flatMap(({ys:e})=>e.map(e=>e??0))),u=e=>Qr(e,`MiB`,c),d=s.toReversed().map(e=>[l(e),...ca(e)]);return e(`figure`,{},e(`figcaption`,{},`One sample, that of the median peak${o===void 0?``:`; the baseline behind it`}`),Wr({summary:`Memory of ${t} over time; the table below has its figures.`,lines:s,xText:e=>`${Number(e.toFixed(2))} s`,yText:u,fromZero:!0,underlay:e=>ua(e,a)}),r(`Memory over time in figures`,i([`line`,`at the start`,`peak`,`at the end`],d,e=>e>0)),e(`p`,{class:`small`},la(a)),...a.settled.length===0?[]:[e(`p`,{class:`small`},aa)])}let aa=`Dots: what the worker reads of itself after a garbage collection, around the cold iteration and around the measured ones.`;function oa({seconds:e,subject:t,qdrant:n},r,i,a){let o={xs:e,...a===void 0?{}:{dash:a}},s=i===``;return[...n.length===0?[]:[{...o,label:`Qdrant${i}`,colour:s?`second`:`second-before`,ys:n}],{...o,label:`${r}${i}`,colour:s?`first`:`first-before`,ys:t}]}function sa({settled:e},t){if(e.length===0)return[];let n={xs:e.map(({seconds:e})=>e),dash:[2,4],dots:!0,thin:!0},r=t===``?``:`-before`;return[{...n,label:`external, settled${t}`,colour:`fourth${r}`,ys:e.map(e=>e.external)},{...n,label:`JavaScript heap, settled${t}`,colour:`third${r}`,ys:e.map(e=>e.heap)}]}function ca({xs:e,ys:t}){let n=t.flatMap((t,n)=>t===null?[]:[{y:t,x:e[n]??0}]),[r]=n,i=n.at(-1);if(r===void 0||i===void 0)return[`–`,`–`,`–`];let a=n.reduce((e,t)=>t.y>e.y?t:e),o=e=>Qr(e,`MiB`,a.y);return[o(r.y),`${o(a.y)} at ${a.x.toFixed(2)} s`,o(i.y)]}function la({phases:e,seconds:t}){if(e.length===0)return``;let n=t.at(-1)??0;return`What was going on: ${e.map(({name:t,seconds:r},i)=>{let a=Math.max(r,e[i+1]?.seconds??n);return`${ii(t)} ${(a-r).toFixed(2)} s`}).join(`, `)}.`}function ua(e,{phases:t,seconds:n}){let{ctx:r,bbox:i}=e,a=n.at(-1)??0,o=devicePixelRatio;r.save(),r.font=`${11*o}px system-ui, sans-serif`,r.textBaseline=`top`,r.textAlign=`left`,r.setLineDash([2*o,3*o]);for(let[n,{name:s,seconds:c}]of t.entries()){let l=e.valToPos(c,`x`,!0),u=e.valToPos(t[n+1]?.seconds??a,`x`,!0);s===`measure`&&(r.fillStyle=Ur(`shade`),r.fillRect(l,i.top,u-l,i.height)),r.strokeStyle=Ur(`muted`),r.beginPath(),r.moveTo(l,i.top),r.lineTo(l,i.top+i.height),r.stroke();let d=ii(s),f=u-l-6*o,p=[d,s].find(e=>r.measureText(e).width<=f);r.fillStyle=Ur(`muted`),p!==void 0&&r.fillText(p,l+4*o,i.top+3*o)}r.restore()}function da(t,n,r){let i=ki(t,n,r);return e(`div`,{class:`case`},...n.description===``?[]:[e(`p`,{class:`description`},n.description)],...n.remarks.map(t=>e(`p`,{},t)),...pa(t,n),...ma(n),...n.timeline===void 0?[]:fa(`Memory over time`,$(n.id,n.timeline)),...n.growth===void 0?[]:fa(`Growth over the iterations`,Di(n.id,n.growth)),...n.sites===void 0?[]:fa(`Where the memory comes from`,ea(n.id,n.sites)),...n.native.length===0?[]:fa(`Native memory`,...Ji(n.id,n.native)),...ha(t,n),...i===void 0?[]:fa(`History`,i),...hi(n),...ga(t,n))}function fa(t,...n){return[e(`h3`,{},t),...n]}function pa({findings:t},{id:n}){let r=t.filter(({caseId:e})=>e===n);return r.length===0?[]:[e(`ul`,{class:`findings`},...r.map(e=>Si(e)))]}function ma({errors:t}){return t.length===0?[]:fa(`Samples that failed`,...t.map(({what:t,more:n})=>e(`div`,{},e(`p`,{class:`error`},t),...n===``?[]:[e(`pre`,{tabindex:0,role:`group`,\"aria-label\":`Stack and log`},n)])))}function ha(t,{metrics:n}){let r=n.filter(({verdict:e,budget:t})=>e!==``||t!==void 0);return r.length===0?[]:fa(`Every sample`,e(`p`,{class:`small`},`A dot is a sample: the baseline’s above, now below, with their medians. Shaded: no difference, by the threshold. The bar: where the median now may truly lie, by the noise. Dashed: the budget, red where it is exceeded.`),...r.map(e=>_i(ei(t,e.metric),ti(t,e.metric),e)))}function ga(e,{metrics:t}){if(t.length===0)return[];let n=[`metric`,`baseline`,`now`,`difference`,`interval`,`threshold`,`samples now`,`verdict`];return fa(`Every metric`,r(`Every metric`,i(n,t.map(_a(e)),e=>e>0&&e<n.length-1)))}function _a(t){return({metric:n,baseline:r,now:i,difference:a,band:o,floor:s,verdict:c})=>[e(`span`,{title:t.metrics[n]?.definition},n),r?.text??`–`,i.text,a===``?`–`:a,o?.text??`–`,s?.text??`–`,i.range,c]}function va(t){let n=new Map(t.cases.map((e,n)=>[e,ya(t,e,n)])),r=e(`div`,{},...n.values()),i=e(`p`,{hidden:!0},`No case is like that.`);return{part:e(`section`,{\"aria-labelledby\":`cases`},e(`h2`,{id:`cases`},`Cases`),i,r),show:e=>{r.replaceChildren(...e.flatMap(e=>n.get(e)??[])),i.hidden=e.length>0},open:e=>{let[,t]=[...n].find(([t])=>ni(t)===e)??[];return t!==void 0&&(t.open=!0,t.scrollIntoView(),t.querySelector(`summary`)?.focus({preventScroll:!0}),!0)}}}function ya(t,n,r){let i=e(`details`,{class:`fold`},e(`summary`,{},e(`span`,{class:`id`},n.id),` `,e(`span`,{class:`badge ${n.tone}`},n.verdicts.join(`, `))));return i.addEventListener(`toggle`,()=>{i.append(da(t,n,r))},{once:!0}),i}let ba=new Intl.Collator(`en`,{numeric:!0});function xa(t,n){let i=new Map(t.cases.map((e,t)=>[e,t])),a=[{title:`case`,key:({id:e})=>e,figure:!1},{title:`verdict`,key:e=>i.get(e),figure:!1},...t.columns.map((e,t)=>({title:e,key:({figures:e})=>e[t]?.value,figure:!0}))],o=new Map(t.cases.map(e=>[e,Sa(e)])),s=e(`tbody`),c=e(`p`,{class:`small`,role:`status`}),l=Ca(t.cases,d),u=wa(a,d);function d(){let{column:e,descending:r}=u.chosen(),i=t.cases.filter(l.accepts);e!==void 0&&i.sort((t,n)=>Ta(e.key(t),e.key(n),r)),s.replaceChildren(...i.flatMap(e=>o.get(e)??[])),c.textContent=`${i.length} of ${t.cases.length} cases`,n(i)}d();let f=e(`table`,{class:`overview`},e(`thead`,{},u.row),s);return e(`section`,{\"aria-labelledby\":`overview`},e(`h2`,{id:`overview`},`Overview`),l.form,c,r(`Overview of all cases`,f),e(`p`,{class:`small`},`Medians in MiB, bytes / 1024². A change is the settled reading after the measured iterations less the settled one before.`))}function Sa(t){return e(`tr`,{class:t.tone},e(`th`,{scope:`row`},e(`a`,{href:`#${ni(t)}`},t.id)),e(`td`,{},e(`span`,{class:`badge ${t.tone}`},t.verdicts.join(`, `))),...t.figures.map(t=>e(`td`,{class:`figure`},t?.text??`–`)))}function Ca(t,n){let r=e(`input`,{id:`filter-text`,type:`search`,autocomplete:`off`}),i=[...new Set(t.flatMap(e=>e.verdicts))].sort(),a=e=>t.filter(t=>t.verdicts.includes(e)).length,o=e(`select`,{id:`filter-verdict`},e(`option`,{value:``},`all`),...i.map(t=>e(`option`,{value:t},`${t} (${a(t)})`)));return r.addEventListener(`input`,n),o.addEventListener(`change`,n),{form:e(`div`,{class:`filter`},e(`span`,{},e(`label`,{for:`filter-text`},`Case or description `),r),e(`span`,{},e(`label`,{for:`filter-verdict`},`Verdict `),o)),accepts:({id:e,description:t,verdicts:n})=>(o.value===``||n.includes(o.value))&&`${e}\\n${t}`.toLowerCase().includes(r.value.trim().toLowerCase())}}function wa(t,n){let r={column:void 0,descending:!1},i=t.map(t=>{let a=e(`button`,{type:`button`},t.title),o=e(`th`,{scope:`col`,class:t.figure?`figure`:void 0},a);return a.addEventListener(`click`,()=>{let e=r.column===t?!r.descending:t.figure;r={column:t,descending:e};for(let e of i)e.removeAttribute(`aria-sort`);o.setAttribute(`aria-sort`,e?`descending`:`ascending`),n()}),o});return{row:e(`tr`,{},...i),chosen:()=>r}}function Ta(e,t,n){if(e===void 0||t===void 0)return Number(e===void 0)-Number(t===void 0);let r=typeof e==`number`&&typeof t==`number`?e-t:ba.compare(String(e),String(t));return n?-r:r}let Ea=document.getElementById(`report-data`)?.textContent;Ea&&Da(JSON.parse(Ea));function Da(t){let n=va(t),r=wi(t);document.body.append(Oa(t),e(`main`,{},Ci(t),...r===void 0?[]:[r],xa(t,n.show),n.part)),addEventListener(`hashchange`,()=>n.open(location.hash.slice(1))),document.addEventListener(`click`,({target:e})=>{let t=e instanceof Element?e.closest(`a`):null;t!==null&&t.hash===location.hash&&n.open(t.hash.slice(1))}),n.open(location.hash.slice(1))}function Oa({verdict:t,tone:n,headline:r,remedy:i,compared:a}){return e(`header`,{},e(`p`,{class:`product`},`memory-bench`),e(`h1`,{},e(`span`,{class:`badge ${n}`},t),` ${r}`),...i===``?[]:[e(`p`,{},i)],e(`p`,{},`${a}.`))}})();";
const pageScriptHash = "sha256-SXFDs0mphFv0ld1NxAVNv8aJuSvv6yUBM0bUT+QewX0=";
const pageStyle = ".uplot, .uplot *, .uplot *::before, .uplot *::after {box-sizing: border-box;}.uplot {font-family: system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\";line-height: 1.5;width: min-content;}.u-title {text-align: center;font-size: 18px;font-weight: bold;}.u-wrap {position: relative;user-select: none;}.u-over, .u-under {position: absolute;}.u-under {overflow: hidden;}.uplot canvas {display: block;position: relative;width: 100%;height: 100%;}.u-axis {position: absolute;}.u-legend {font-size: 14px;margin: auto;text-align: center;}.u-inline {display: block;}.u-inline * {display: inline-block;}.u-inline tr {margin-right: 16px;}.u-legend th {font-weight: 600;}.u-legend th > * {vertical-align: middle;display: inline-block;}.u-legend .u-marker {width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after {content: \":\";vertical-align: middle;}.u-inline:not(.u-live) .u-value {display: none;}.u-series > * {padding: 4px;}.u-series th {cursor: pointer;}.u-legend .u-off > * {opacity: 0.3;}.u-select {background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x, .u-cursor-y {position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x, .u-vt .u-cursor-y {height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y, .u-vt .u-cursor-x {width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt {position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;/*this has to be !important since we set inline \"background\" shorthand */background-clip: padding-box !important;}.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off {display: none;}\n:root { color-scheme: light dark; --page: #ffffff; --panel: #f6f8fa; --text: #1f2328; --muted: #57606a; --rule: #d0d7de; --grid: #d0d7de80; --shade: #0969da14; --link: #0550ae; --bad: #b3141e; --bad-page: #ffebe9; --uncertain: #7a4d00; --uncertain-page: #fff4d1; --good: #116329; --good-page: #dafbe1; --strong: #1f2328; --first: #0969da; --first-before: #8aa0b8; --second: #bc4c00; --second-before: #d8a987; --third: #6639ba; --third-before: #b3a3d1; --fourth: #1a7f37; --fourth-before: #8fbd9b; --own: #b6d8ff; --package: #ffd3a3; --node: #d5dae0; --whole: #e4dbfa; } @media (prefers-color-scheme: dark) { :root { --page: #0d1117; --panel: #161b22; --text: #e6edf3; --muted: #9ea7b3; --rule: #3d444d; --grid: #3d444d80; --shade: #388bfd26; --link: #79b8ff; --bad: #ff938a; --bad-page: #4c1b1f; --uncertain: #eac55f; --uncertain-page: #3d2f09; --good: #6fdd8b; --good-page: #12361f; --strong: #f0f6fc; --first: #58a6ff; --first-before: #6c7f95; --second: #f0883e; --second-before: #96684a; --third: #bc8cff; --third-before: #71588f; --fourth: #56d364; --fourth-before: #3f7a49; --own: #1d4a80; --package: #6e3f10; --node: #3d444d; --whole: #48386f; } } * { box-sizing: border-box; } body { margin: 0 auto; padding: 16px; max-width: 1320px; background: var(--page); color: var(--text); font: 15px / 1.5 system-ui, -apple-system, \"Segoe UI\", sans-serif; } h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; } h2 { margin: 32px 0 8px; font-size: 1.25rem; } h3 { margin: 24px 0 8px; font-size: 1.05rem; } p { margin: 6px 0; overflow-wrap: anywhere; } a { color: var(--link); } :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; } .product, .small, figcaption, .readout, .description { color: var(--muted); } .small, figcaption, .readout { font-size: 0.85rem; } .badge { display: inline-block; padding: 0 8px; border: 1px solid currentColor; border-radius: 10px; font-size: 0.8rem; font-weight: 600; line-height: 1.5; vertical-align: middle; white-space: nowrap; color: var(--muted); } .badge.bad { color: var(--bad); background: var(--bad-page); } .badge.uncertain { color: var(--uncertain); background: var(--uncertain-page); } .badge.good { color: var(--good); background: var(--good-page); } .findings { margin: 0; padding: 0; list-style: none; } .findings li { margin: 6px 0; padding: 4px 0 4px 10px; border-left: 3px solid var(--rule); overflow-wrap: anywhere; } .findings li.bad { border-color: var(--bad); } .findings li.uncertain { border-color: var(--uncertain); } .findings li.good { border-color: var(--good); } .findings .where { margin: 2px 0 0; padding-left: 18px; list-style: \"→ \"; } .findings .where li { margin: 0; padding: 0; border: 0; font-size: 0.9rem; } .what { white-space: pre-line; } .filter { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; } input, select, button { font: inherit; color: inherit; } input, select { max-width: 100%; padding: 4px 8px; border: 1px solid var(--muted); border-radius: 6px; background: var(--page); } .scroll { overflow-x: auto; border: 1px solid var(--rule); border-radius: 6px; } table { width: 100%; border-collapse: collapse; font-size: 0.87rem; } th, td { padding: 5px 8px; border-bottom: 1px solid var(--rule); text-align: left; white-space: nowrap; } tbody tr:last-child > * { border-bottom: 0; } thead { background: var(--panel); } th[scope=\"row\"] { font-weight: 500; } .figure { text-align: right; font-variant-numeric: tabular-nums; } .overview th[scope=\"row\"] { min-width: 9rem; max-width: 24rem; white-space: normal; overflow-wrap: anywhere; } th button { margin: 0; padding: 0; border: 0; background: none; font-weight: 600; cursor: pointer; } th button::after { content: \" ↕\"; color: var(--muted); } th[aria-sort=\"ascending\"] button::after { content: \" ↑\"; } th[aria-sort=\"descending\"] button::after { content: \" ↓\"; } .fold { margin: 8px 0; border: 1px solid var(--rule); border-radius: 6px; scroll-margin-top: 8px; } .fold > summary { padding: 8px 12px; background: var(--panel); border-radius: 6px; cursor: pointer; } .fold .id { font-weight: 600; overflow-wrap: anywhere; } .case { padding: 4px 12px 16px; } figure { margin: 0; } .chart { width: 100%; height: 260px; overflow: hidden; } .readout { min-height: 1.5em; font-variant-numeric: tabular-nums; } .key { display: inline-flex; align-items: center; gap: 8px; } .swatch { flex: none; width: 22px; border-top: 3px solid var(--first); } .swatch.dashed { border-top-style: dashed; } .swatch.first-before { border-color: var(--first-before); } .swatch.second { border-color: var(--second); } .swatch.second-before { border-color: var(--second-before); } .swatch.third { border-color: var(--third); } .swatch.third-before { border-color: var(--third-before); } .swatch.fourth { border-color: var(--fourth); } .swatch.fourth-before { border-color: var(--fourth-before); } .button { padding: 3px 10px; border: 1px solid var(--muted); border-radius: 6px; background: var(--panel); font-size: 0.85rem; cursor: pointer; } .button:disabled { border-color: var(--rule); color: var(--muted); cursor: default; } .button[aria-pressed=\"true\"] { border-color: var(--link); box-shadow: inset 0 0 0 1px var(--link); background: var(--page); font-weight: 600; } .choice, .tools, .legend { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; } .choice { gap: 6px; margin: 8px 0; } .tools { justify-content: space-between; margin-bottom: 4px; } .patch { width: 14px; height: 14px; border: 1px solid var(--muted); border-radius: 2px; } /* Deep stacks scroll, so that the words below stay near. */ .flame-view { max-height: 620px; overflow-y: auto; } .flame { position: relative; overflow: hidden; } .bar { position: absolute; container-type: inline-size; height: 21px; margin: 0; padding: 0; border: 0; border-radius: 2px; overflow: hidden; font-size: 0.78rem; line-height: 21px; text-align: left; cursor: pointer; } .bar span { display: block; padding: 0 5px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } @container (max-width: 38px) { .bar span { display: none; } } .bar:hover, .bar:focus-visible { outline: 2px solid var(--strong); outline-offset: -2px; } .bar.above { font-style: italic; } .bar.own, .patch.own { background: var(--own); } .bar.package, .patch.package { background: var(--package); } .bar.node, .patch.node { background: var(--node); } .bar.whole, .patch.whole { background: var(--whole); } table.sites th[scope=\"row\"], table.sites td:nth-last-child(-n + 2) { min-width: 7rem; max-width: 26rem; white-space: normal; overflow-wrap: break-word; } .strip-row { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); gap: 4px 12px; align-items: center; margin: 8px 0; } .strip { display: block; width: 100%; background: var(--panel); border-radius: 4px; } .strip .none { fill: var(--muted); fill-opacity: 0.18; } .strip .band, .strip .median { stroke: var(--text); stroke-width: 1.5; } .strip line.baseline { stroke: var(--first-before); } .strip line.now { stroke: var(--first); } .strip circle.baseline { fill: var(--first-before); fill-opacity: 0.75; } .strip circle.now { fill: var(--first); fill-opacity: 0.75; } .strip .budget { stroke: var(--muted); stroke-width: 2; stroke-dasharray: 4 3; } .strip .budget.exceeded { stroke: var(--bad); } .strip .first { fill: var(--first); } .strip .second { fill: var(--second); } .strip .third { fill: var(--third); } .strip .fourth { fill: var(--fourth); } .strip.before { opacity: 0.6; } .keys { display: flex; flex-wrap: wrap; gap: 4px 16px; } .place { display: inline-block; min-width: 12rem; white-space: normal; overflow-wrap: anywhere; } .ends { display: flex; justify-content: space-between; color: var(--muted); font-size: 0.75rem; } .error { color: var(--bad); white-space: pre-wrap; } pre { max-height: 20rem; overflow: auto; padding: 8px; background: var(--panel); border-radius: 6px; font-size: 0.8rem; } @media (max-width: 600px) { body { padding: 10px; } .strip-row { grid-template-columns: minmax(0, 1fr); } th .key { max-width: 9rem; white-space: normal; } table.sites td:nth-last-child(-n + 2) { min-width: 14rem; } }";
const pageStyleHash = "sha256-CcCjL9VlUk9D7JY/4AzpNYk+YeQjvHXdg8v9NoKYw1U=";
//# sourceMappingURL=page-assets.js.map
// EXTERNAL MODULE: ./lib/src/results/metrics.js
var metrics = __webpack_require__(98954);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(33330);
// EXTERNAL MODULE: ./lib/src/report/finding-list.js
var finding_list = __webpack_require__(38469);
// EXTERNAL MODULE: ./lib/src/report/findings.js + 1 modules
var report_findings = __webpack_require__(59132);
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
// EXTERNAL MODULE: ./lib/src/report/leak-words.js
var leak_words = __webpack_require__(98062);
// EXTERNAL MODULE: ./lib/src/report/allocations-table.js
var allocations_table = __webpack_require__(47235);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
// EXTERNAL MODULE: ./lib/src/report/where.js + 1 modules
var where = __webpack_require__(29517);
;// CONCATENATED MODULE: ./lib/src/report/html/allocations-data.js




/** Characters of two places, each a path and a name. */
const longestPlace = 600;
/** Functions that allocate the objects of a case; undefined if there are none or they were not counted. */
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
// EXTERNAL MODULE: ./lib/src/compare/judge-metric.js + 3 modules
var judge_metric = __webpack_require__(64706);
// EXTERNAL MODULE: ./lib/src/results/mebibytes.js
var mebibytes = __webpack_require__(30721);
;// CONCATENATED MODULE: ./lib/src/report/html/rounding.js
/** Upper bound that only a forged document exceeds. No chart can show larger figures. */
const most = 1e9;
/** A figure for embedding: rounded to a thousandth and clamped to what a chart can show. */
function rounded(value) {
    return Math.round(Math.min(most, Math.max(-most, value)) * 1000) / 1000;
}
/** Like rounded, but to a hundredth: a chart of MiB over time shows no more. */
function coarse(value) {
    return Math.round(rounded(value) * 100) / 100;
}
//# sourceMappingURL=rounding.js.map
;// CONCATENATED MODULE: ./lib/src/report/html/allocator-data.js




/** Most points of a line: more than the iterations that follow up a suspected leak. */
const mostPoints = 500;
/** The `stats` of jemalloc’s manual, explained for readers who do not know it. */
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
/** Readings of Qdrant’s allocator, from the sample with the median live bytes at the end. */
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
 * Index of the reading taken at rest after the planned iterations: the second of its iteration, if each was read. Later
 * readings follow up a suspected leak, which the baseline may lack.
 */
function restIn({ atIteration }) {
    const second = atIteration.findLastIndex((iteration, index) => iteration === atIteration[index - 1]);
    return second < 0 ? atIteration.length - 1 : second;
}
/** Indexes of the drawn readings: one per iteration, in order, thinned. None if there are only before and after. */
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




/** Composition of the resident memory of a case, now and in the baseline; undefined if unknown. */
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
// EXTERNAL MODULE: ./lib/src/report/retainers.js
var report_retainers = __webpack_require__(44674);
;// CONCATENATED MODULE: ./lib/src/report/html/retainers-data.js



const longestText = 600;
/** Holders of leaked objects; undefined if they were not recorded or none holds many. */
function retainersData(retainers) {
    if (retainers === undefined || retainers.holders.length === 0)
        return undefined;
    const { iterations, grownObjects, grownBytes, holders } = retainers;
    return {
        words: `${grownObjects.toLocaleString('en-US')} objects, ${(0,format/* bytesWords */.Bc)(grownBytes)}, came in ${iterations} iterations and are alive.`,
        rows: holders.map((holder) => ({
            holder: (0,report_escape/* shownText */.f$)((0,report_retainers/* holderWords */.gx)(holder).replaceAll('`', ''), longestText),
            place: holder.at === undefined ? '–' : (0,report_escape/* shownText */.f$)(`${holder.at.file}:${holder.at.line}`, longestText),
            through: holder.through === undefined ? '–' : (0,report_escape/* shownText */.f$)((0,report_retainers/* functionWords */.oQ)(holder.through).replaceAll('`', ''), longestText),
            objects: holder.objects.toLocaleString('en-US'),
            size: (0,format/* bytesWords */.Bc)(holder.bytes),
            held: (0,report_escape/* shownText */.f$)((0,report_retainers/* heldWords */.j0)(holder), longestText),
        })),
    };
}
//# sourceMappingURL=retainers-data.js.map
;// CONCATENATED MODULE: ./lib/src/report/html/detail-data.js




/** Data that explains a case beyond its metrics. */
function detailData({ allocations, retainers }, result, baseline) {
    return {
        allocator: allocatorData(result, baseline),
        mapped: mappedData(result, baseline),
        allocations: allocationsData(allocations),
        retainers: retainersData(retainers),
    };
}
//# sourceMappingURL=detail-data.js.map
// EXTERNAL MODULE: ./lib/src/compare/growth/series.js
var growth_series = __webpack_require__(9799);
// EXTERNAL MODULE: ./lib/src/compare/growth/stored-series.js
var stored_series = __webpack_require__(30211);
;// CONCATENATED MODULE: ./lib/src/report/html/growth-data.js





/** Most points of a line: more than the iterations that follow up a suspected leak. */
const growth_data_mostPoints = 500;
/** Memory after each iteration of a case, from the sample that was followed longest. */
function growthData(finding, result, baseline) {
    if (finding === undefined)
        return undefined;
    // An axis has one unit, so a growing count is drawn alone.
    const drawn = (0,growth_series/* isCount */.my)(finding.series) ? [finding.series] : growth_series/* memorySeries */.R3;
    const series = drawn.flatMap((name) => seriesOf(name, finding, result, baseline));
    if (series.length === 0)
        return undefined;
    return {
        summary: `${finding.verdict}: ${(0,leak_words/* leakSentence */.To)(finding)} (${(0,leak_words/* leakEvidence */.jo)(finding)})`,
        unit: (0,growth_series/* isCount */.my)(finding.series) ? '' : 'MiB',
        series,
    };
}
function seriesOf(name, finding, result, baseline) {
    const readings = (0,stored_series/* longestSeries */.eI)(result, name);
    const carries = name === finding.series;
    if (readings === undefined || readings.length < 2)
        return [];
    const earlier = (0,stored_series/* longestSeries */.eI)(baseline, name);
    const unit = (0,growth_series/* isCount */.my)(name) ? 1 : mebibytes/* bytesPerMebibyte */._;
    return [
        {
            label: (0,leak_words/* seriesWords */.du)(name),
            accusing: carries,
            now: lineOf(readings, unit),
            baseline: earlier && earlier.length > 1 ? lineOf(earlier, unit) : undefined,
            fit: carries && finding.verdict !== 'stable'
                ? { line: lastQuarterLine(readings, unit), text: `${(0,leak_words/* rateWords */.c5)(name, finding.lateRate)} per iteration` }
                : undefined,
        },
    ];
}
function lineOf(readings, unit) {
    const first = readings[0] ?? 0;
    const stride = Math.ceil(readings.length / growth_data_mostPoints);
    const points = readings.flatMap((value, index) => index % stride === 0 ? [{ iteration: index + 1, amount: rounded((value - first) / unit) }] : []);
    return { iterations: points.map(({ iteration }) => iteration), amounts: points.map(({ amount }) => amount) };
}
/** A line from the first to the last reading of the last quarter. */
function lastQuarterLine(readings, unit) {
    const start = Math.floor((readings.length * 3) / 4);
    const at = (index) => rounded(((readings[index] ?? 0) - (readings[0] ?? 0)) / unit);
    return { iterations: [start + 1, readings.length], amounts: [at(start), at(readings.length - 1)] };
}
//# sourceMappingURL=growth-data.js.map
;// CONCATENATED MODULE: ./lib/src/report/html/metric-data.js





/** More dots would merge into one blot. */
const mostDots = 100;
/** Every metric of a case in display order: judged ones first. */
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

/** Upper bound that only a forged document exceeds. */
const mostBytes = 1e15;
const calls_data_longestPlace = 300;
const longestName = 120;
/** Functions as columns, with each file stored once. */
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
/** The calls in the order of the document. Its schema ensures that they form a tree. */
function callData({ depth, frame, bytes }) {
    return { depth, frame, bytes: bytes.map((own) => Math.round(Math.min(mostBytes, own))) };
}
//# sourceMappingURL=calls-data.js.map
;// CONCATENATED MODULE: ./lib/src/report/html/native-data.js




const mostStacks = 10;
const mostCalls = 6;
/** A stack with a smaller share of all calls explains nothing. */
const leastShare = 0.03;
/** One entry for each profiler that was used. */
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
/** A call without a name is shown as its file or library. */
function shownCall({ function: name, file, object }) {
    const place = file === '' ? object : file;
    if (name !== '')
        return { name: (0,report_native/* shortName */.EU)(name), place };
    return place === '' ? { name: 'code without a name', place } : { name: place, place: '' };
}
/** The stacks with the most calls, which cost time and fragment the heap. */
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
/** Where the memory of a case comes from, as a list and by calls; undefined if it was not recorded. */
function sitesData({ judged, result, baseline }) {
    const now = (0,judge_metric/* measuredIn */.oS)(result);
    const sites = (0,compare_sites/* sitesBeside */.nV)(now, (0,judge_metric/* measuredIn */.oS)(baseline), (0,compare_sites/* isLeaking */.Ue)(judged.leak));
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
        // A baseline that does not list the site may still have had a little of it.
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




/** Parts of a line, each of which keeps its peak. More would not be visible. */
const mostParts = 150;
const mostPhases = 40;
/** Memory of a case over time, with its baseline if the two may be compared. */
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
    const readings = thinned(readingsOf(timeline));
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
function readingsOf({ atMs, workerRssBytes, qdrantRssBytes }) {
    return atMs
        .map((at, index) => ({
        seconds: secondsOf(at),
        subject: mebibytesOf(workerRssBytes[index]),
        qdrant: mebibytesOf(qdrantRssBytes[index]),
    }))
        .sort((a, b) => a.seconds - b.seconds);
}
/** Keeps the first reading of each part and the greatest of either process, so that no peak is lost. */
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











/** Characters of a stack or a log. */
const longestLog = 4_000;
const mostErrors = 10;
/** A case as the page shows it. The baseline is left out if the case was not compared. */
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
/** Whether a case was compared. A baseline from a different environment or of a changed case is not shown. */
function wasCompared({ metrics }) {
    return metrics.some(({ baseline }) => baseline !== undefined);
}
function toneOf(judged) {
    const { verdict, breaches, leak } = judged;
    if (verdict === 'regression' || verdict === 'failed' || breaches.length > 0 || leak?.verdict === 'leak')
        return 'bad';
    if (verdict === 'missing' && !(0,incomplete/* isIncomplete */.Ne)(judged))
        return 'bad';
    if ((0,incomplete/* isIncomplete */.Ne)(judged) || verdict === 'inconclusive' || (leak !== undefined && leak.verdict !== 'stable'))
        return 'uncertain';
    return verdict === 'improvement' ? 'good' : 'neutral';
}
function remarksOf({ reason, unchecked, failedPasses, leak }) {
    return [
        ...(leak?.unseen === undefined ? [] : [(0,leak_words/* unseenWords */.CL)(leak.unseen)]),
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
// EXTERNAL MODULE: ./lib/src/compare/statistics.js
var statistics = __webpack_require__(82555);
// EXTERNAL MODULE: ./lib/src/results/schema.js
var schema = __webpack_require__(5012);
;// CONCATENATED MODULE: ./lib/src/report/html/history-data.js





/** The history in a baseline, with the baseline itself last but one. Results without a baseline use their own. */
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
/** The data of a page: everything shown on it, untrusted or not, as figures and plain text. */
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
 * A comparison as one self-contained HTML file that needs no network and no other file. Untrusted content is embedded
 * as data, never as markup. Only memory-bench's own script and style, identified by their hashes, may run.
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
/** JSON that cannot close the element it is embedded in, whatever its strings contain. */
function embeddedJson(data) {
    return JSON.stringify(data).replaceAll('<', '\\u003c');
}
/** Escapes text for HTML. */
function escapeHtml(text) {
    const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
    return text.replaceAll(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}
//# sourceMappingURL=render.js.map

/***/ })

};
