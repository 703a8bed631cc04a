export const id = 342;
export const ids = [342];
export const modules = {

/***/ 32342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml)
});

// UNUSED EXPORTS: embeddedJson, escapeHtml

;// CONCATENATED MODULE: ./lib/src/report/html/page-assets.js
// Made by `npm run generate` from page/ and uPlot.
const pageScript = "/* Contains uPlot 1.6.32, MIT:\nThe MIT License (MIT)\n\nCopyright (c) 2022 Leon Sorokin\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the \"Software\"), to deal\nin the Software without restriction, including without limitation the rights\nto use, copy, modify, merge, publish, distribute, sublicense, and/or sell\ncopies of the Software, and to permit persons to whom the Software is\nfurnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in\nall copies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\nIMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,\nFITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\nAUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\nLIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,\nOUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN\nTHE SOFTWARE.\n*/\n(function(){function e(e,t={},...r){let i=document.createElement(e);return n(i,t),i.append(...r),i}function t(e,t={},...r){let i=document.createElementNS(`http://www.w3.org/2000/svg`,e);return n(i,t),i.append(...r),i}function n(e,t){for(let[n,r]of Object.entries(t))r!==void 0&&r!==!1&&e.setAttribute(n,r===!0?``:String(r))}function r(t,n){return e(`div`,{class:`scroll`,role:`group`,\"aria-label\":t,tabindex:0},n)}function i(t,n,r=()=>!1){let i=e=>({class:r(e)?`figure`:void 0}),a=t.map((t,n)=>e(`th`,{scope:`col`,...i(n)},t)),o=n.map(t=>e(`tr`,{},...t.map((t,n)=>n===0?e(`th`,{scope:`row`},t):e(`td`,i(n),t))));return e(`table`,{},e(`thead`,{},e(`tr`,{},...a)),e(`tbody`,{},...o))}function a({compared:t,rows:n}){let a=[`function`,`objects`,`size`,...t?[`baseline`,`difference`]:[]],o=n.map(({where:n,now:r,size:i,baseline:a,difference:o})=>[e(`span`,{class:`place`},n),r,i,...t?[a,o]:[]]);return e(`div`,{},e(`p`,{class:`small`},`Objects allocated on the JavaScript heap, freed since or not, by the innermost call that is not inside Node. Counted in a process of its own; not judged. A dash: not among the greatest.`),r(`Most allocations by function`,i(a,o,e=>e>0)))}function o({label:t,colour:n,dash:r}){return e(`span`,{class:`key`},e(`span`,{class:`swatch ${n}${r===void 0?``:` dashed`}`,\"aria-hidden\":`true`}),t)}let s=`u-off`,c=`u-label`,l=`width`,u=`height`,d=`bottom`,f=`left`,p=`right`,m=`#000`,h=`#0000`,g=`mousemove`,_=`mousedown`,v=`mouseup`,y=`mouseenter`,b=`mouseleave`,x=`dblclick`,S=`change`,C=`dppxchange`,w=typeof window<`u`,T=w?document:null,E=w?window:null,D=w?navigator:null,O,k;function ee(){let e=devicePixelRatio;O!=e&&(O=e,k&&de(S,k,ee),k=matchMedia(`(min-resolution: ${O-.001}dppx) and (max-resolution: ${O+.001}dppx)`),N(S,k,ee),E.dispatchEvent(new CustomEvent(C)))}function A(e,t){if(t!=null){let n=e.classList;!n.contains(t)&&n.add(t)}}function te(e,t){let n=e.classList;n.contains(t)&&n.remove(t)}function j(e,t,n){e.style[t]=n+`px`}function ne(e,t,n,r){let i=T.createElement(e);return t!=null&&A(i,t),n?.insertBefore(i,r),i}function M(e,t){return ne(`div`,e,t)}let re=/* @__PURE__ */ new WeakMap;function ie(e,t,n,r,i){let a=`translate(`+t+`px,`+n+`px)`;a!=re.get(e)&&(e.style.transform=a,re.set(e,a),t<0||n<0||t>r||n>i?A(e,s):te(e,s))}let ae=/* @__PURE__ */ new WeakMap;function oe(e,t,n){let r=t+n;r!=ae.get(e)&&(ae.set(e,r),e.style.background=t,e.style.borderColor=n)}let se=/* @__PURE__ */ new WeakMap;function ce(e,t,n,r){let i=t+``+n;i!=se.get(e)&&(se.set(e,i),e.style.height=n+`px`,e.style.width=t+`px`,e.style.marginLeft=r?-t/2+`px`:0,e.style.marginTop=r?-n/2+`px`:0)}let le={passive:!0},ue={...le,capture:!0};function N(e,t,n,r){t.addEventListener(e,n,r?ue:le)}function de(e,t,n,r){t.removeEventListener(e,n,le)}w&&ee();function fe(e,t,n,r){let i;n||=0,r||=t.length-1;let a=r<=2147483647;for(;r-n>1;)i=a?n+r>>1:z((n+r)/2),t[i]<e?n=i:r=i;return e-t[n]<=t[r]-e?n:r}function P(e){return(t,n,r)=>{let i=-1,a=-1;for(let a=n;a<=r;a++)if(e(t[a])){i=a;break}for(let i=r;i>=n;i--)if(e(t[i])){a=i;break}return[i,a]}}let pe=e=>e!=null,F=e=>e!=null&&e>0,me=P(pe),I=P(F);function he(e,t,n,r=0,i=!1){let a=i?I:me,o=i?F:pe;[t,n]=a(e,t,n);let s=e[t],c=e[t];if(t>-1){if(r==1)s=e[t],c=e[n];else if(r==-1)s=e[n],c=e[t];else for(let r=t;r<=n;r++){let t=e[r];o(t)&&(t<s?s=t:t>c&&(c=t))}}return[s??V,c??-V]}function ge(e,t,n,r){let i=Pe(e),a=Pe(t);e==t&&(i==-1?(e*=n,t/=n):(e/=n,t*=n));let o=n==10?Fe:B,s=i==1?z:Ae,c=a==1?Ae:z,l=s(o(Oe(e))),u=c(o(Oe(t))),d=Ne(n,l),f=Ne(n,u);return n==10&&(l<0&&(d=W(d,-l)),u<0&&(f=W(f,-u))),r||n==2?(e=d*i,t=f*a):(e=U(e,d),t=Xe(t,f)),[e,t]}function _e(e,t,n,r){let i=ge(e,t,n,r);return e==0&&(i[0]=0),t==0&&(i[1]=0),i}let ve=.1,ye={mode:3,pad:ve},be={pad:0,soft:null,mode:0},xe={min:be,max:be};function Se(e,t,n,r){return ot(n)?we(e,t,n):(be.pad=n,be.soft=r?0:null,be.mode=r?3:0,we(e,t,xe))}function L(e,t){return e??t}function Ce(e,t,n){for(t=L(t,0),n=L(n,e.length-1);t<=n;){if(e[t]!=null)return!0;t++}return!1}function we(e,t,n){let r=n.min,i=n.max,a=L(r.pad,0),o=L(i.pad,0),s=L(r.hard,-V),c=L(i.hard,V),l=L(r.soft,V),u=L(i.soft,-V),d=L(r.mode,0),f=L(i.mode,0),p=t-e,m=Fe(p),h=Me(Oe(e),Oe(t)),g=Fe(h),_=Oe(g-m);(p<1e-24||_>10)&&(p=0,(e==0||t==0)&&(p=1e-24,d==2&&l!=V&&(a=0),f==2&&u!=-V&&(o=0)));let v=p||h||1e3,y=Fe(v),b=Ne(10,z(y)),x=W(U(e-v*(p==0?e==0?.1:1:a),b/10),24),S=e>=l&&(d==1||d==3&&x<=l||d==2&&x>=l)?l:V,C=Me(s,x<S&&e>=S?S:je(S,x)),w=W(Xe(t+v*(p==0?t==0?.1:1:o),b/10),24),T=t<=u&&(f==1||f==3&&w>=u||f==2&&w<=u)?u:-V,E=je(c,w>T&&t<=T?T:Me(T,w));return C==E&&C==0&&(E=100),[C,E]}let Te=new Intl.NumberFormat(w?D.language:`en-US`),R=e=>Te.format(e),Ee=Math,De=Ee.PI,Oe=Ee.abs,z=Ee.floor,ke=Ee.round,Ae=Ee.ceil,je=Ee.min,Me=Ee.max,Ne=Ee.pow,Pe=Ee.sign,Fe=Ee.log10,B=Ee.log2,Ie=(e,t=1)=>Ee.sinh(e)*t,Le=(e,t=1)=>Ee.asinh(e/t),V=1/0;function Re(e){return(Fe((e^e>>31)-(e>>31))|0)+1}function ze(e,t,n){return je(Me(e,t),n)}function Be(e){return typeof e==`function`}function H(e){return Be(e)?e:()=>e}let Ve=()=>{},He=e=>e,Ue=(e,t)=>t,We=e=>null,Ge=e=>!0,Ke=(e,t)=>e==t,qe=/\\.\\d*?(?=9{6,}|0{6,})/gm,Je=e=>{if(rt(e)||Ze.has(e))return e;let t=`${e}`,n=t.match(qe);if(n==null)return e;let r=n[0].length-1;if(t.indexOf(`e-`)!=-1){let[e,n]=t.split(`e`);return+`${Je(e)}e${n}`}return W(e,r)};function Ye(e,t){return Je(W(Je(e/t))*t)}function Xe(e,t){return Je(Ae(Je(e/t))*t)}function U(e,t){return Je(z(Je(e/t))*t)}function W(e,t=0){if(rt(e))return e;let n=10**t,r=e*n*(1+2**-52);return ke(r)/n}let Ze=/* @__PURE__ */ new Map;function Qe(e){return((``+e).split(`.`)[1]||``).length}function G(e,t,n,r){let i=[],a=r.map(Qe);for(let o=t;o<n;o++){let t=Oe(o),n=W(Ne(e,o),t);for(let s=0;s<r.length;s++){let c=e==10?+`${r[s]}e${o}`:r[s]*n,l=(o>=0?0:t)+(o>=a[s]?0:a[s]),u=e==10?c:W(c,l);i.push(u),Ze.set(u,l)}}return i}let $e={},et=[],tt=[null,null],nt=Array.isArray,rt=Number.isInteger,it=e=>e===void 0;function at(e){return typeof e==`string`}function ot(e){let t=!1;if(e!=null){let n=e.constructor;t=n==null||n==Object}return t}function st(e){return typeof e==`object`&&!!e}let ct=Object.getPrototypeOf(Uint8Array),lt=`__proto__`;function ut(e,t=ot){let n;if(nt(e)){let r=e.find(e=>e!=null);if(nt(r)||t(r)){n=Array(e.length);for(let r=0;r<e.length;r++)n[r]=ut(e[r],t)}else n=e.slice()}else if(e instanceof ct)n=e.slice();else if(t(e)){n={};for(let r in e)r!=lt&&(n[r]=ut(e[r],t))}else n=e;return n}function dt(e){let t=arguments;for(let n=1;n<t.length;n++){let r=t[n];for(let t in r)t!=lt&&(ot(e[t])?dt(e[t],ut(r[t])):e[t]=ut(r[t]))}return e}function ft(e,t,n){for(let r=0,i,a=-1;r<t.length;r++){let o=t[r];if(o>a){for(i=o-1;i>=0&&e[i]==null;)e[i--]=null;for(i=o+1;i<n&&e[i]==null;)e[a=i++]=null}}}function pt(e,t){if(gt(e)){let t=e[0].slice();for(let n=1;n<e.length;n++)t.push(...e[n].slice(1));return _t(t[0])||(t=ht(t)),t}let n=/* @__PURE__ */ new Set;for(let t=0;t<e.length;t++){let r=e[t][0],i=r.length;for(let e=0;e<i;e++)n.add(r[e])}let r=[Array.from(n).sort((e,t)=>e-t)],i=r[0].length,a=/* @__PURE__ */ new Map;for(let e=0;e<i;e++)a.set(r[0][e],e);for(let n=0;n<e.length;n++){let o=e[n],s=o[0];for(let e=1;e<o.length;e++){let c=o[e],l=Array(i).fill(void 0),u=t?t[n][e]:1,d=[];for(let e=0;e<c.length;e++){let t=c[e],n=a.get(s[e]);t===null?u!=0&&(l[n]=t,u==2&&d.push(n)):l[n]=t}ft(l,d,i),r.push(l)}}return r}let mt=typeof queueMicrotask>`u`?e=>Promise.resolve().then(e):queueMicrotask;function ht(e){let t=e[0],n=t.length,r=Array(n);for(let e=0;e<r.length;e++)r[e]=e;r.sort((e,n)=>t[e]-t[n]);let i=[];for(let t=0;t<e.length;t++){let a=e[t],o=Array(n);for(let e=0;e<n;e++)o[e]=a[r[e]];i.push(o)}return i}function gt(e){let t=e[0][0],n=t.length;for(let r=1;r<e.length;r++){let i=e[r][0];if(i.length!=n)return!1;if(i!=t){for(let e=0;e<n;e++)if(i[e]!=t[e])return!1}}return!0}function _t(e,t=100){let n=e.length;if(n<=1)return!0;let r=0,i=n-1;for(;r<=i&&e[r]==null;)r++;for(;i>=r&&e[i]==null;)i--;if(i<=r)return!0;let a=Me(1,z((i-r+1)/t));for(let t=e[r],n=r+a;n<=i;n+=a){let r=e[n];if(r!=null){if(r<=t)return!1;t=r}}return!0}let vt=[`January`,`February`,`March`,`April`,`May`,`June`,`July`,`August`,`September`,`October`,`November`,`December`],yt=[`Sunday`,`Monday`,`Tuesday`,`Wednesday`,`Thursday`,`Friday`,`Saturday`];function bt(e){return e.slice(0,3)}let xt=yt.map(bt),St={MMMM:vt,MMM:vt.map(bt),WWWW:yt,WWW:xt};function Ct(e){return(e<10?`0`:``)+e}function wt(e){return(e<10?`00`:e<100?`0`:``)+e}let Tt={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+``).slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>Ct(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>Ct(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>Ct(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?`PM`:`AM`,aa:e=>e.getHours()>=12?`pm`:`am`,a:e=>e.getHours()>=12?`p`:`a`,mm:e=>Ct(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>Ct(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>wt(e.getMilliseconds())};function Et(e,t){t||=St;let n=[],r=/\\{([a-z]+)\\}|[^{]+/gi,i;for(;i=r.exec(e);)n.push(i[0][0]==`{`?Tt[i[1]]:i[0]);return e=>{let r=``;for(let i=0;i<n.length;i++)r+=typeof n[i]==`string`?n[i]:n[i](e,t);return r}}let Dt=new Intl.DateTimeFormat().resolvedOptions().timeZone;function Ot(e,t){let n;return t==`UTC`||t==`Etc/UTC`?n=/* @__PURE__ */ new Date(+e+e.getTimezoneOffset()*6e4):t==Dt?n=e:(n=new Date(e.toLocaleString(`en-US`,{timeZone:t})),n.setMilliseconds(e.getMilliseconds())),n}let kt=e=>e%1==0,At=[1,2,2.5,5],K=G(10,-32,0,At),q=G(10,0,32,At),jt=q.filter(kt),Mt=K.concat(q),Nt=`{YYYY}`,Pt=`\n`+Nt,Ft=`{M}/{D}`,It=`\n`+Ft,Lt=It+`/{YY}`,Rt=`{aa}`,zt=`{h}:{mm}`+Rt,Bt=`\n`+zt,Vt=`:{ss}`;function Ht(e){let t=e*1e3,n=t*60,r=n*60,i=r*24,a=i*30,o=i*365,s=(e==1?G(10,0,3,At).filter(kt):G(10,-3,0,At)).concat([t,t*5,t*10,t*15,t*30,n,n*5,n*10,n*15,n*30,r,r*2,r*3,r*4,r*6,r*8,r*12,i,i*2,i*3,i*4,i*5,i*6,i*7,i*8,i*9,i*10,i*15,a,a*2,a*3,a*4,a*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,Nt,null,null,null,null,null,null,1],[i*28,`{MMM}`,Pt,null,null,null,null,null,1],[i,Ft,Pt,null,null,null,null,null,1],[r,`{h}`+Rt,Lt,null,It,null,null,null,1],[n,zt,Lt,null,It,null,null,null,1],[t,Vt,Lt+` `+zt,null,It+` `+zt,null,Bt,null,1],[e,Vt+`.{fff}`,Lt+` `+zt,null,It+` `+zt,null,Bt,null,1]];function l(t){return(s,c,l,u,d,f)=>{let p=[],m=d>=o,h=d>=a&&d<o,g=t(l),_=W(g*e,3),v=Qt(g.getFullYear(),m?0:g.getMonth(),h||m?1:g.getDate()),y=W(v*e,3);if(h||m){let n=h?d/a:0,r=m?d/o:0,i=_==y?_:W(Qt(v.getFullYear()+r,v.getMonth()+n,1)*e,3),s=new Date(ke(i/e)),c=s.getFullYear(),l=s.getMonth();for(let a=0;i<=u;a++){let o=Qt(c+r*a,l+n*a,1),s=o-t(W(o*e,3));i=W((+o+s)*e,3),i<=u&&p.push(i)}}else{let a=d>=i?i:d,o=y+(z(l)-z(_))+Xe(_-y,a);p.push(o);let m=t(o),h=m.getHours()+m.getMinutes()/n+m.getSeconds()/r,g=d/r,v=f/s.axes[c]._space;for(;o=W(o+d,e==1?0:3),!(o>u);)if(g>1){let e=z(W(h+g,6))%24,n=t(o).getHours()-e;n>1&&(n=-1),o-=n*r,h=(h+g)%24;let i=p[p.length-1];W((o-i)/d,3)*v>=.7&&p.push(o)}else p.push(o)}return p}}return[s,c,l]}let[Ut,Wt,Gt]=Ht(1),[Kt,qt,Jt]=Ht(.001);G(2,-53,53,[1]);function Yt(e,t){return e.map(e=>e.map((n,r)=>r==0||r==8||n==null?n:t(r==1||e[8]==0?n:e[1]+n)))}function Xt(e,t){return(n,r,i,a,o)=>{let s=t.find(e=>o>=e[0])||t[t.length-1],c,l,u,d,f,p;return r.map(t=>{let n=e(t),r=n.getFullYear(),i=n.getMonth(),a=n.getDate(),o=n.getHours(),m=n.getMinutes(),h=n.getSeconds(),g=r!=c&&s[2]||i!=l&&s[3]||a!=u&&s[4]||o!=d&&s[5]||m!=f&&s[6]||h!=p&&s[7]||s[1];return c=r,l=i,u=a,d=o,f=m,p=h,g(n)})}}function Zt(e,t){let n=Et(t);return(t,r,i,a,o)=>r.map(t=>n(e(t)))}function Qt(e,t,n){return new Date(e,t,n)}function $t(e,t){return t(e)}function en(e,t){return(n,r,i,a)=>a==null?`--`:t(e(r))}function tn(e,t){let n=e.series[t];return n.width?n.stroke(e,t):n.points.width?n.points.stroke(e,t):null}function nn(e,t){return e.series[t].fill(e,t)}let rn={show:!0,live:!0,isolate:!1,mount:Ve,markers:{show:!0,width:2,stroke:tn,fill:nn,dash:`solid`},idx:null,idxs:null,values:[]};function an(e,t){let n=e.cursor.points,r=M(),i=n.size(e,t);j(r,l,i),j(r,u,i);let a=i/-2;j(r,`marginLeft`,a),j(r,`marginTop`,a);let o=n.width(e,t,i);return o&&j(r,`borderWidth`,o),r}function on(e,t){let n=e.series[t].points;return n._fill||n._stroke}function sn(e,t){let n=e.series[t].points;return n._stroke||n._fill}function cn(e,t){return e.series[t].points.size}let ln=[0,0];function un(e,t,n){return ln[0]=t,ln[1]=n,ln}function dn(e,t,n,r=!0){return e=>{e.button!=0||r&&e.target!=t||n(e)}}function fn(e,t,n,r=!0){return e=>{r&&e.target!=t||n(e)}}let pn={show:!0,x:!0,y:!0,lock:!1,move:un,points:{one:!1,show:an,size:cn,width:0,stroke:sn,fill:on},bind:{mousedown:dn,mouseup:dn,click:dn,dblclick:dn,mousemove:fn,mouseleave:fn,mouseenter:fn},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,n,r,i)=>r-i,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},mn={show:!0,stroke:`rgba(0,0,0,0.07)`,width:2},hn=dt({},mn,{filter:Ue}),gn=dt({},hn,{size:10}),_n=dt({},mn,{show:!1}),vn=`12px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\"`,yn=`bold `+vn,bn=1.5,xn={show:!0,scale:`x`,stroke:m,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:yn,side:2,grid:hn,ticks:gn,border:_n,font:vn,lineGap:bn,rotate:0},Sn={show:!0,scale:`x`,auto:!1,sorted:1,min:V,max:-1/0,idxs:[]};function Cn(e,t,n,r,i){return t.map(e=>e==null?``:R(e))}function wn(e,t,n,r,i,a,o){let s=[],c=Ze.get(i)||0;n=o?n:W(Xe(n,i),c);for(let e=n;e<=r;e=W(e+i,c))s.push(Object.is(e,-0)?0:e);return s}function Tn(e,t,n,r,i,a,o){let s=[],c=e.scales[e.axes[t].scale].log,l=z((c==10?Fe:B)(n));i=Ne(c,l),c==10&&(i=Mt[fe(i,Mt)]);let u=n,d=i*c;c==10&&(d=Mt[fe(d,Mt)]);do s.push(u),u+=i,c==10&&!Ze.has(u)&&(u=W(u,Ze.get(i))),u>=d&&(i=u,d=i*c,c==10&&(d=Mt[fe(d,Mt)]));while(u<=r);return s}function En(e,t,n,r,i,a,o){let s=e.scales[e.axes[t].scale].asinh,c=r>s?Tn(e,t,Me(s,n),r,i):[s],l=r>=0&&n<=0?[0]:[];return(n<-s?Tn(e,t,Me(s,-r),-n,i):[s]).reverse().map(e=>-e).concat(l,c)}let Dn=/./,On=/[12357]/,kn=/[125]/,An=/1/,jn=(e,t,n,r)=>e.map((e,i)=>t==4&&e==0||i%r==0&&n.test(e.toExponential()[+(e<0)])?e:null);function Mn(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=e.scales[o],c=e.valToPos,l=a._space,u=c(10,o),d=c(9,o)-u>=l?Dn:c(7,o)-u>=l?On:c(5,o)-u>=l?kn:An;if(d==An){let e=Oe(c(1,o)-u);if(e<l)return jn(t.slice().reverse(),s.distr,d,Ae(l/e)).reverse()}return jn(t,s.distr,d,1)}function Nn(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=a._space,c=e.valToPos,l=Oe(c(1,o)-c(2,o));return l<s?jn(t.slice().reverse(),3,Dn,Ae(s/l)).reverse():t}function Pn(e,t,n,r){return r==null?`--`:t==null?``:R(t)}let Fn={show:!0,scale:`y`,stroke:m,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:yn,side:3,grid:hn,ticks:gn,border:_n,font:vn,lineGap:bn,rotate:0};function In(e,t){return W((3+(e||1)*2)*t,3)}function Ln(e,t){let{scale:n,idxs:r}=e.series[0],i=e._data[0],a=e.valToPos(i[r[0]],n,!0),o=e.valToPos(i[r[1]],n,!0),s=Oe(o-a)/(e.series[t].points.space*O);return r[1]-r[0]<=s}let Rn={scale:null,auto:!0,sorted:0,min:V,max:-1/0},zn=(e,t,n,r,i)=>i,Bn={show:!0,auto:!0,sorted:0,gaps:zn,alpha:1,facets:[dt({},Rn,{scale:`x`}),dt({},Rn,{scale:`y`})]},Vn={scale:`y`,auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:zn,alpha:1,points:{show:Ln,filter:null},values:null,min:V,max:-1/0,idxs:[],path:null,clip:null};function Hn(e,t,n,r,i){return n/10}let Un={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},Wn=dt({},Un,{time:!1,ori:1}),Gn={};function Kn(e,t){let n=Gn[e];return n||(n={key:e,plots:[],sub(e){n.plots.push(e)},unsub(e){n.plots=n.plots.filter(t=>t!=e)},pub(e,t,r,i,a,o,s){for(let c=0;c<n.plots.length;c++)n.plots[c]!=t&&n.plots[c].pub(e,t,r,i,a,o,s)}},e!=null&&(Gn[e]=n)),n}function qn(e,t,n){let r=e.mode,i=e.series[t],a=r==2?e._data[t]:e._data,o=e.scales,s=e.bbox,c=a[0],l=r==2?a[1]:a[t],u=r==2?o[i.facets[0].scale]:o[e.series[0].scale],d=r==2?o[i.facets[1].scale]:o[i.scale],f=s.left,p=s.top,m=s.width,h=s.height,g=e.valToPosH,_=e.valToPosV;return u.ori==0?n(i,c,l,u,d,g,_,f,p,m,h,er,nr,ir,or,cr):n(i,c,l,u,d,_,g,p,f,h,m,tr,rr,ar,sr,lr)}function Jn(e,t){let n=0,r=0,i=L(e.bands,et);for(let e=0;e<i.length;e++){let a=i[e];a.series[0]==t?n=a.dir:a.series[1]==t&&(a.dir==1?r|=1:r|=2)}return[n,r==1?-1:r==2?1:r==3?2:0]}function Yn(e,t,n,r,i){let a=e.mode,o=e.series[t],s=a==2?o.facets[1].scale:o.scale,c=e.scales[s];return i==-1?c.min:i==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function J(e,t,n,r,i,a){return qn(e,t,(e,t,o,s,c,l,u,d,f,p,m)=>{let h=e.pxRound,g=s.dir*(s.ori==0?1:-1),_=s.ori==0?nr:rr,v,y;g==1?(v=n,y=r):(v=r,y=n);let b=h(l(t[v],s,p,d)),x=h(u(o[v],c,m,f)),S=h(l(t[y],s,p,d)),C=h(u(a==1?c.max:c.min,c,m,f)),w=new Path2D(i);return _(w,S,C),_(w,b,C),_(w,b,x),w})}function Y(e,t,n,r,i,a){let o=null;if(e.length>0){o=new Path2D;let s=t==0?ir:ar,c=n;for(let t=0;t<e.length;t++){let n=e[t];if(n[1]>n[0]){let e=n[0]-c;e>0&&s(o,c,r,e,r+a),c=n[1]}}let l=n+i-c;l>0&&s(o,c,r-5,l,r+a+10)}return o}function Xn(e,t,n){let r=e[e.length-1];r&&r[0]==t?r[1]=n:e.push([t,n])}function Zn(e,t,n,r,i,a,o){let s=[],c=e.length;for(let l=i==1?n:r;l>=n&&l<=r;l+=i)if(t[l]===null){let u=l,d=l;if(i==1)for(;++l<=r&&t[l]===null;)d=l;else for(;--l>=n&&t[l]===null;)d=l;let f=a(e[u]),p=d==u?f:a(e[d]),m=u-i;f=o<=0&&m>=0&&m<c?a(e[m]):f;let h=d+i;p=o>=0&&h>=0&&h<c?a(e[h]):p,p>=f&&s.push([f,p])}return s}function Qn(e){return e==0?He:e==1?ke:t=>Ye(t,e)}function $n(e){let t=e==0?er:tr,n=e==0?(e,t,n,r,i,a)=>{e.arcTo(t,n,r,i,a)}:(e,t,n,r,i,a)=>{e.arcTo(n,t,i,r,a)},r=e==0?(e,t,n,r,i)=>{e.rect(t,n,r,i)}:(e,t,n,r,i)=>{e.rect(n,t,i,r)};return(e,i,a,o,s,c=0,l=0)=>{c==0&&l==0?r(e,i,a,o,s):(c=je(c,o/2,s/2),l=je(l,o/2,s/2),t(e,i+c,a),n(e,i+o,a,i+o,a+s,c),n(e,i+o,a+s,i,a+s,l),n(e,i,a+s,i,a,l),n(e,i,a,i+o,a,c),e.closePath())}}let er=(e,t,n)=>{e.moveTo(t,n)},tr=(e,t,n)=>{e.moveTo(n,t)},nr=(e,t,n)=>{e.lineTo(t,n)},rr=(e,t,n)=>{e.lineTo(n,t)},ir=$n(0),ar=$n(1),or=(e,t,n,r,i,a)=>{e.arc(t,n,r,i,a)},sr=(e,t,n,r,i,a)=>{e.arc(n,t,r,i,a)},cr=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(t,n,r,i,a,o)},lr=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(n,t,i,r,o,a)};function ur(e){return(e,t,n,r,i)=>qn(e,t,(t,a,o,s,c,l,u,d,f,p,m)=>{let{pxRound:h,points:g}=t,_,v;s.ori==0?(_=er,v=or):(_=tr,v=sr);let y=W(g.width*O,3),b=(g.size-g.width)/2*O,x=W(b*2,3),S=new Path2D,C=new Path2D,{left:w,top:T,width:E,height:D}=e.bbox;ir(C,w-x,T-x,E+x*2,D+x*2);let k=e=>{if(o[e]!=null){let t=h(l(a[e],s,p,d)),n=h(u(o[e],c,m,f));_(S,t+b,n),v(S,t,n,b,0,De*2)}};if(i)i.forEach(k);else for(let e=n;e<=r;e++)k(e);return{stroke:y>0?S:null,fill:S,clip:C,flags:3}})}function dr(e){return(t,n,r,i,a,o)=>{r!=i&&(a!=r&&o!=r&&e(t,n,r),a!=i&&o!=i&&e(t,n,i),e(t,n,o))}}let fr=dr(nr),pr=dr(rr);function mr(e){let t=L(e?.alignGaps,0);return(e,n,r,i)=>qn(e,n,(a,o,s,c,l,u,d,f,p,m,h)=>{[r,i]=me(s,r,i);let g=a.pxRound,_=e=>g(u(e,c,m,f)),v=e=>g(d(e,l,h,p)),y,b;c.ori==0?(y=nr,b=fr):(y=rr,b=pr);let x=c.dir*(c.ori==0?1:-1),S={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},C=S.stroke,w=!1;if(i-r>=m*4){let t=t=>e.posToVal(t,c.key,!0),n=null,a=null,l,u,d,f=_(o[x==1?r:i]),p=_(o[r]),m=_(o[i]),h=t(x==1?p+1:m-1);for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let r=o[e],i=(x==1?r<h:r>h)?f:_(r),c=s[e];i==f?c==null?c===null&&(w=!0):(u=c,n==null?(y(C,i,v(u)),l=n=a=u):u<n?n=u:u>a&&(a=u)):(n!=null&&b(C,f,v(n),v(a),v(l),v(u)),c==null?(n=a=null,c===null&&(w=!0)):(u=c,y(C,i,v(u)),n=a=l=u),f=i,h=t(f+x))}n!=null&&n!=a&&d!=f&&b(C,f,v(n),v(a),v(l),v(u))}else for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let t=s[e];t===null?w=!0:t!=null&&y(C,_(o[e]),v(t))}let[T,E]=Jn(e,n);if(a.fill!=null||T!=0){let t=S.fill=new Path2D(C),s=v(a.fillTo(e,n,a.min,a.max,T)),c=_(o[r]),l=_(o[i]);x==-1&&([l,c]=[c,l]),y(t,l,s),y(t,c,s)}if(!a.spanGaps){let l=[];w&&l.push(...Zn(o,s,r,i,x,_,t)),S.gaps=l=a.gaps(e,n,r,i,l),S.clip=Y(l,c.ori,f,p,m,h)}return E!=0&&(S.band=E==2?[J(e,n,r,i,C,-1),J(e,n,r,i,C,1)]:J(e,n,r,i,C,E)),S})}function hr(e){let t=L(e.align,1),n=L(e.ascDesc,!1),r=L(e.alignGaps,0),i=L(e.extend,!1);return(e,a,o,s)=>qn(e,a,(c,l,u,d,f,p,m,h,g,_,v)=>{[o,s]=me(u,o,s);let y=c.pxRound,{left:b,width:x}=e.bbox,S=e=>y(p(e,d,_,h)),C=e=>y(m(e,f,v,g)),w=d.ori==0?nr:rr,T={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},E=T.stroke,D=d.dir*(d.ori==0?1:-1),k=C(u[D==1?o:s]),ee=S(l[D==1?o:s]),A=ee,te=ee;i&&t==-1&&(te=b,w(E,te,k)),w(E,ee,k);for(let e=D==1?o:s;e>=o&&e<=s;e+=D){let n=u[e];if(n==null)continue;let r=S(l[e]),i=C(n);t==1?w(E,r,k):w(E,A,i),w(E,r,i),k=i,A=r}let j=A;i&&t==1&&(j=b+x,w(E,j,k));let[ne,M]=Jn(e,a);if(c.fill!=null||ne!=0){let t=T.fill=new Path2D(E),n=C(c.fillTo(e,a,c.min,c.max,ne));w(t,j,n),w(t,te,n)}if(!c.spanGaps){let i=[];i.push(...Zn(l,u,o,s,D,S,r));let f=c.width*O/2,p=n||t==1?f:-f,m=n||t==-1?-f:f;i.forEach(e=>{e[0]+=p,e[1]+=m}),T.gaps=i=c.gaps(e,a,o,s,i),T.clip=Y(i,d.ori,h,g,_,v)}return M!=0&&(T.band=M==2?[J(e,a,o,s,E,-1),J(e,a,o,s,E,1)]:J(e,a,o,s,E,M)),T})}function gr(e,t,n,r,i,a,o=V){if(e.length>1){let s=null;for(let c=0,l=1/0;c<e.length;c++)if(t[c]!==void 0){if(s!=null){let t=Oe(e[c]-e[s]);t<l&&(l=t,o=Oe(n(e[c],r,i,a)-n(e[s],r,i,a)))}s=c}}return o}function _r(e){e||=$e;let t=L(e.size,[.6,V,1]),n=e.align||0,r=e.gap||0,i=e.radius;i=i==null?[0,0]:typeof i==`number`?[i,0]:i;let a=H(i),o=1-t[0],s=L(t[1],V),c=L(t[2],1),l=L(e.disp,$e),u=L(e.each,e=>{}),{fill:d,stroke:f}=l;return(e,t,i,p)=>qn(e,t,(m,h,g,_,v,y,b,x,S,C,w)=>{let T=m.pxRound,E=n,D=r*O,k=s*O,ee=c*O,A,te;_.ori==0?[A,te]=a(e,t):[te,A]=a(e,t);let j=_.dir*(_.ori==0?1:-1),ne=_.ori==0?ir:ar,M=_.ori==0?u:(e,t,n,r,i,a,o)=>{u(e,t,n,i,r,o,a)},re=L(e.bands,et).find(e=>e.series[0]==t),ie=re==null?0:re.dir,ae=m.fillTo(e,t,m.min,m.max,ie),oe=T(b(ae,v,w,S)),se,ce,le,ue=C,N=T(m.width*O),de=!1,fe=null,P=null,pe=null,F=null;d!=null&&(N==0||f!=null)&&(de=!0,fe=d.values(e,t,i,p),P=/* @__PURE__ */ new Map,new Set(fe).forEach(e=>{e!=null&&P.set(e,new Path2D)}),N>0&&(pe=f.values(e,t,i,p),F=/* @__PURE__ */ new Map,new Set(pe).forEach(e=>{e!=null&&F.set(e,new Path2D)})));let{x0:me,size:I}=l;if(me!=null&&I!=null){E=1,h=me.values(e,t,i,p),me.unit==2&&(h=h.map(t=>e.posToVal(x+t*C,_.key,!0)));let n=I.values(e,t,i,p);ce=I.unit==2?n[0]*C:y(n[0],_,C,x)-y(0,_,C,x),ue=gr(h,g,y,_,C,x,ue),le=ue-ce+D}else ue=gr(h,g,y,_,C,x,ue),le=ue*o+D,ce=ue-le;le<1&&(le=0),N>=ce/2&&(N=0),le<5&&(T=He);let he=le>0,ge=ue-le-(he?N:0);ce=T(ze(ge,ee,k)),se=(E==0?ce/2:E==j?0:ce)-E*j*((E==0?D/2:0)+(he?N/2:0));let _e={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},ve=de?null:new Path2D,ye=null;if(re!=null)ye=e.data[re.series[1]];else{let{y0:n,y1:r}=l;n!=null&&r!=null&&(g=r.values(e,t,i,p),ye=n.values(e,t,i,p))}let be=A*ce,xe=te*ce;for(let n=j==1?i:p;n>=i&&n<=p;n+=j){let r=g[n];if(r==null)continue;if(ye!=null){let e=ye[n]??0;if(r-e==0)continue;oe=b(e,v,w,S)}let i=y(_.distr!=2||l!=null?h[n]:n,_,C,x),a=b(L(r,ae),v,w,S),o=T(i-se),s=T(Me(a,oe)),c=T(je(a,oe)),u=s-c;if(r!=null){let i=r<0?xe:be,a=r<0?be:xe;de?(N>0&&pe[n]!=null&&ne(F.get(pe[n]),o,c+z(N/2),ce,Me(0,u-N),i,a),fe[n]!=null&&ne(P.get(fe[n]),o,c+z(N/2),ce,Me(0,u-N),i,a)):ne(ve,o,c+z(N/2),ce,Me(0,u-N),i,a),M(e,t,n,o-N/2,c,ce+N,u)}}return N>0?_e.stroke=de?F:ve:de||(_e._fill=m.width==0?m._fill:m._stroke??m._fill,_e.width=0),_e.fill=de?P:ve,_e})}function vr(e,t){let n=L(t?.alignGaps,0);return(t,r,i,a)=>qn(t,r,(o,s,c,l,u,d,f,p,m,h,g)=>{[i,a]=me(c,i,a);let _=o.pxRound,v=e=>_(d(e,l,h,p)),y=e=>_(f(e,u,g,m)),b,x,S;l.ori==0?(b=er,S=nr,x=cr):(b=tr,S=rr,x=lr);let C=l.dir*(l.ori==0?1:-1),w=v(s[C==1?i:a]),T=w,E=[],D=[];for(let e=C==1?i:a;e>=i&&e<=a;e+=C)if(c[e]!=null){let t=s[e],n=v(t);E.push(T=n),D.push(y(c[e]))}let O={stroke:e(E,D,b,S,x,_),fill:null,clip:null,band:null,gaps:null,flags:1},k=O.stroke,[ee,A]=Jn(t,r);if(o.fill!=null||ee!=0){let e=O.fill=new Path2D(k),n=y(o.fillTo(t,r,o.min,o.max,ee));S(e,T,n),S(e,w,n)}if(!o.spanGaps){let e=[];e.push(...Zn(s,c,i,a,C,v,n)),O.gaps=e=o.gaps(t,r,i,a,e),O.clip=Y(e,l.ori,p,m,h,g)}return A!=0&&(O.band=A==2?[J(t,r,i,a,k,-1),J(t,r,i,a,k,1)]:J(t,r,i,a,k,A)),O})}function yr(e){return vr(br,e)}function br(e,t,n,r,i,a){let o=e.length;if(o<2)return null;let s=new Path2D;if(n(s,e[0],t[0]),o==2)r(s,e[1],t[1]);else{let n=Array(o),r=Array(o-1),a=Array(o-1),c=Array(o-1);for(let n=0;n<o-1;n++)a[n]=t[n+1]-t[n],c[n]=e[n+1]-e[n],r[n]=a[n]/c[n];n[0]=r[0];for(let e=1;e<o-1;e++)r[e]===0||r[e-1]===0||r[e-1]>0!=r[e]>0?n[e]=0:(n[e]=3*(c[e-1]+c[e])/((2*c[e]+c[e-1])/r[e-1]+(c[e]+2*c[e-1])/r[e]),isFinite(n[e])||(n[e]=0));n[o-1]=r[o-2];for(let r=0;r<o-1;r++)i(s,e[r]+c[r]/3,t[r]+n[r]*c[r]/3,e[r+1]-c[r]/3,t[r+1]-n[r+1]*c[r]/3,e[r+1],t[r+1])}return s}let xr=/* @__PURE__ */ new Set;function Sr(){for(let e of xr)e.syncRect(!0)}w&&(N(`resize`,E,Sr),N(`scroll`,E,Sr,!0),N(C,E,()=>{Rr.pxRatio=O}));let Cr=mr(),wr=ur();function Tr(e,t,n,r){return(r?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((e,r)=>Dr(e,r,t,n))}function Er(e,t){return e.map((e,n)=>n==0?{}:dt({},t,e))}function Dr(e,t,n,r){return dt({},t==0?n:r,e)}function Or(e,t,n){return t==null?tt:[t,n]}let kr=Or;function Ar(e,t,n){return t==null?tt:Se(t,n,ve,!0)}function jr(e,t,n,r){return t==null?tt:ge(t,n,e.scales[r].log,!1)}let Mr=jr;function Nr(e,t,n,r){return t==null?tt:_e(t,n,e.scales[r].log,!1)}let Pr=Nr;function Fr(e,t,n,r,i){let a=Me(Re(e),Re(t)),o=t-e,s=fe(i/r*o,n);do{let e=n[s],t=r*e/o;if(t>=i&&a+(e<5?Ze.get(e):0)<=17)return[e,t]}while(++s<n.length);return[0,0]}function Ir(e){let t,n;return e=e.replace(/(\\d+)px/,(e,r)=>(t=ke((n=+r)*O))+`px`),[e,t,n]}function Lr(e){e.show&&[e.font,e.labelFont].forEach(e=>{let t=W(e[2]*O,1);e[0]=e[0].replace(/[0-9.]+px/,t+`px`),e[1]=t})}function Rr(e,t,n){let r={mode:L(e.mode,1)},i=r.mode;function a(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?1-i:i)}function o(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?i:1-i)}function m(e,t,n,r){return t.ori==0?a(e,t,n,r):o(e,t,n,r)}r.valToPosH=a,r.valToPosV=o;let S=!1;r.status=0;let w=r.root=M(`uplot`);if(e.id!=null&&(w.id=e.id),A(w,e.class),e.title){let t=M(`u-title`,w);t.textContent=e.title}let D=ne(`canvas`),k=r.ctx=D.getContext(`2d`),ee=M(`u-wrap`,w);N(`click`,ee,e=>{e.target===ae&&(X!=ci||Z!=li)&&pi.click(r,e)},!0);let re=r.under=M(`u-under`,ee);ee.appendChild(D);let ae=r.over=M(`u-over`,ee);e=ut(e);let se=+L(e.pxAlign,1),le=Qn(se);(e.plugins||[]).forEach(t=>{t.opts&&(e=t.opts(r,e)||e)});let ue=e.ms||.001,P=r.series=i==1?Tr(e.series||[],Sn,Vn,!1):Er(e.series||[null],Bn),pe=r.axes=Tr(e.axes||[],xn,Fn,!0),F=r.scales={},me=r.bands=e.bands||[];me.forEach(e=>{e.fill=H(e.fill||null),e.dir=L(e.dir,-1)});let I=i==2?P[1].facets[0].scale:P[0].scale,be={axes:Kr,series:yr},xe=(e.drawOrder||[`axes`,`series`]).map(e=>be[e]);function we(e){let t=e.distr==3?t=>Fe(t>0?t:e.clamp(r,t,e.min,e.max,e.key)):e.distr==4?t=>Le(t,e.asinh):e.distr==100?t=>e.fwd(t):e=>e;return n=>{let r=t(n),{_min:i,_max:a}=e,o=a-i;return(r-i)/o}}function Te(t){let n=F[t];if(n==null){let r=(e.scales||$e)[t]||$e;if(r.from!=null){Te(r.from);let e=dt({},F[r.from],r,{key:t});e.valToPct=we(e),F[t]=e}else{n=F[t]=dt({},t==I?Un:Wn,r),n.key=t;let e=n.time,a=n.range,o=nt(a);if((t!=I||i==2&&!e)&&(o&&(a[0]==null||a[1]==null)&&(a={min:a[0]==null?ye:{mode:1,hard:a[0],soft:a[0]},max:a[1]==null?ye:{mode:1,hard:a[1],soft:a[1]}},o=!1),!o&&ot(a))){let e=a;a=(t,n,r)=>n==null?tt:Se(n,r,e)}n.range=H(a||(e?kr:t==I?n.distr==3?Mr:n.distr==4?Pr:Or:n.distr==3?jr:n.distr==4?Nr:Ar)),n.auto=H(!o&&n.auto),n.clamp=H(n.clamp||Hn),n._min=n._max=null,n.valToPct=we(n)}}}Te(`x`),Te(`y`),i==1&&P.forEach(e=>{Te(e.scale)}),pe.forEach(e=>{Te(e.scale)});for(let t in e.scales)Te(t);let R=F[I],Ee=R.distr,z,Pe;R.ori==0?(A(w,`u-hz`),z=a,Pe=o):(A(w,`u-vt`),z=o,Pe=a);let B={};for(let e in F){let t=F[e];(t.min!=null||t.max!=null)&&(B[e]={min:t.min,max:t.max},t.min=t.max=null)}let Re=e.tzDate||(e=>new Date(ke(e/ue))),Ve=e.fmtDate||Et,He=ue==1?Gt(Re):Jt(Re),qe=Xt(Re,Yt(ue==1?Wt:qt,Ve)),Je=en(Re,$t(`{YYYY}-{MM}-{DD} {h}:{mm}{aa}`,Ve)),Xe=[],U=r.legend=dt({},rn,e.legend),G=r.cursor=dt({},pn,{drag:{y:i==2}},e.cursor),rt=U.show,ct=G.show,lt=U.markers;U.idxs=Xe,lt.width=H(lt.width),lt.dash=H(lt.dash),lt.stroke=H(lt.stroke),lt.fill=H(lt.fill);let ft,pt,ht,gt=[],_t=[],vt,yt=!1,bt={};if(U.live){let e=P[1]?P[1].values:null;yt=e!=null,vt=yt?e(r,1,0):{_:0};for(let e in vt)bt[e]=`--`}if(rt){if(ft=ne(`table`,`u-legend`,w),ht=ne(`tbody`,null,ft),U.mount(r,ft),yt){pt=ne(`thead`,null,ft,ht);let e=ne(`tr`,null,pt);for(var xt in ne(`th`,null,e),vt)ne(`th`,c,e).textContent=xt}else A(ft,`u-inline`),U.live&&A(ft,`u-live`)}let St={show:!0},Ct={show:!1};function wt(e,t){if(t==0&&(yt||!U.live||i==2))return tt;let n=[],a=ne(`tr`,`u-series`,ht,ht.childNodes[t]);A(a,e.class),e.show||A(a,s);let o=ne(`th`,null,a);if(lt.show){let e=M(`u-marker`,o);if(t>0){let n=lt.width(r,t);n&&(e.style.border=n+`px `+lt.dash(r,t)+` `+lt.stroke(r,t)),e.style.background=lt.fill(r,t)}}let l=M(c,o);for(var u in e.label instanceof HTMLElement?l.appendChild(e.label):l.textContent=e.label,t>0&&(lt.show||(l.style.color=e.width>0?lt.stroke(r,t):lt.fill(r,t)),Dt(`click`,o,t=>{if(G._lock)return;hn(t);let n=P.indexOf(e);if((t.ctrlKey||t.metaKey)!=U.isolate){let e=P.some((e,t)=>t>0&&t!=n&&e.show);P.forEach((t,r)=>{r>0&&bi(r,e?r==n?St:Ct:St,!0,$.setSeries)})}else bi(n,{show:!e.show},!0,$.setSeries)},!1),vn&&Dt(y,o,t=>{G._lock||(hn(t),bi(P.indexOf(e),Oi,!0,$.setSeries))},!1)),vt){let e=ne(`td`,`u-value`,a);e.textContent=`--`,n.push(e)}return[a,n]}let Tt=/* @__PURE__ */ new Map;function Dt(e,t,n,i=!0){let a=Tt.get(t)||{},o=G.bind[e](r,t,n,i);o&&(N(e,t,a[e]=o),Tt.set(t,a))}function Ot(e,t,n){let r=Tt.get(t)||{};for(let n in r)(e==null||n==e)&&(de(n,t,r[n]),delete r[n]);e??Tt.delete(t)}let kt=0,At=0,K=0,q=0,Nt=0,Pt=0,Ft=Nt,It=Pt,Lt=K,Rt=q,zt=0,Bt=0,Vt=0,Ht=0;r.bbox={};let Qt=!1,tn=!1,nn=!1,an=!1,on=!1,sn=!1;function cn(e,t,n){(n||e!=r.width||t!=r.height)&&ln(e,t),qr(!1),nn=!0,tn=!0,Qr()}function ln(e,t){r.width=kt=K=e,r.height=At=q=t,Nt=Pt=0,fn(),mn();let n=r.bbox;zt=n.left=Ye(Nt*O,.5),Bt=n.top=Ye(Pt*O,.5),Vt=n.width=Ye(K*O,.5),Ht=n.height=Ye(q*O,.5)}function un(){let e=!1,t=0;for(;!e;){t++;let n=Wr(t),i=Gr(t);e=t==3||n&&i,e||(ln(r.width,r.height),tn=!0)}}function dn({width:e,height:t}){cn(e,t)}r.setSize=dn;function fn(){let e=!1,t=!1,n=!1,r=!1;pe.forEach((i,a)=>{if(i.show&&i._show){let{side:a,_size:o}=i,s=a%2,c=o+(i.label==null?0:i.labelSize);c>0&&(s?(K-=c,a==3?(Nt+=c,r=!0):n=!0):(q-=c,a==0?(Pt+=c,e=!0):t=!0))}}),Rn[0]=e,Rn[1]=n,Rn[2]=t,Rn[3]=r,K-=Jn[1]+Jn[3],Nt+=Jn[3],q-=Jn[2]+Jn[0],Pt+=Jn[0]}function mn(){let e=Nt+K,t=Pt+q,n=Nt,r=Pt;function i(i,a){switch(i){case 1:return e+=a,e-a;case 2:return t+=a,t-a;case 3:return n-=a,n+a;case 0:return r-=a,r+a}}pe.forEach((e,t)=>{if(e.show&&e._show){let t=e.side;e._pos=i(t,e._size),e.label!=null&&(e._lpos=i(t,e.labelSize))}})}if(G.dataIdx==null){let e=G.hover,n=e.skip=new Set(e.skip??[]);n.add(void 0);let r=e.prox=H(e.prox),i=e.bias??=0;G.dataIdx=(e,a,o,s)=>{if(a==0)return o;let c=o,l=r(e,a,o,s)??V,u=l>=0&&l<V,d=R.ori==0?K:q,f=G.left,p=t[0],m=t[a];if(n.has(m[o])){c=null;let e=null,t=null,r;if(i==0||i==-1)for(r=o;e==null&&r-->0;)n.has(m[r])||(e=r);if(i==0||i==1)for(r=o;t==null&&r++<m.length;)n.has(m[r])||(t=r);if(e!=null||t!=null){if(u){let n=e==null?-1/0:z(p[e],R,d,0),r=t==null?1/0:z(p[t],R,d,0),i=f-n,a=r-f;i<=a?i<=l&&(c=e):a<=l&&(c=t)}else c=t==null?e:e==null?t:o-e<=t-o?e:t}}else u&&Oe(f-z(p[o],R,d,0))>l&&(c=null);return c}}let hn=e=>{G.event=e};G.idxs=Xe,G._lock=!1;let gn=G.points;gn.show=H(gn.show),gn.size=H(gn.size),gn.stroke=H(gn.stroke),gn.width=H(gn.width),gn.fill=H(gn.fill);let _n=r.focus=dt({},e.focus||{alpha:.3},G.focus),vn=_n.prox>=0,yn=vn&&gn.one,bn=[],Dn=[],On=[];function kn(e,t){let n=gn.show(r,t);if(n instanceof HTMLElement)return A(n,`u-cursor-pt`),A(n,e.class),ie(n,-10,-10,K,q),ae.insertBefore(n,bn[t]),n}function An(e,t){if(i==1||t>0){let t=i==1&&F[e.scale].time,n=e.value;e.value=t?at(n)?en(Re,$t(n,Ve)):n||Je:n||Pn,e.label=e.label||(t?`Time`:`Value`)}if(yn||t>0){e.width=e.width==null?1:e.width,e.paths=e.paths||Cr||We,e.fillTo=H(e.fillTo||Yn),e.pxAlign=+L(e.pxAlign,se),e.pxRound=Qn(e.pxAlign),e.stroke=H(e.stroke||null),e.fill=H(e.fill||null),e._stroke=e._fill=e._paths=e._focus=null;let t=In(Me(1,e.width),1),n=e.points=dt({},{size:t,width:Me(1,t*.2),stroke:e.stroke,space:t*2,paths:wr,_stroke:null,_fill:null},e.points);n.show=H(n.show),n.filter=H(n.filter),n.fill=H(n.fill),n.stroke=H(n.stroke),n.paths=H(n.paths),n.pxAlign=e.pxAlign}if(rt){let n=wt(e,t);gt.splice(t,0,n[0]),_t.splice(t,0,n[1]),U.values.push(null)}if(ct){Xe.splice(t,0,null);let n=null;yn?t==0&&(n=kn(e,t)):t>0&&(n=kn(e,t)),bn.splice(t,0,n),Dn.splice(t,0,0),On.splice(t,0,0)}ra(`addSeries`,t)}function jn(e,t){t??=P.length,e=i==1?Dr(e,t,Sn,Vn):Dr(e,t,{},Bn),P.splice(t,0,e),An(P[t],t)}r.addSeries=jn;function Ln(e){if(P.splice(e,1),rt){U.values.splice(e,1),_t.splice(e,1);let t=gt.splice(e,1)[0];Ot(null,t.firstChild),t.remove()}ct&&(Xe.splice(e,1),bn.splice(e,1)[0].remove(),Dn.splice(e,1),On.splice(e,1)),ra(`delSeries`,e)}r.delSeries=Ln;let Rn=[!1,!1,!1,!1];function zn(e,t){if(e._show=e.show,e.show){let n=e.side%2,i=F[e.scale];i??=(e.scale=n?P[1].scale:I,F[e.scale]);let a=i.time;e.size=H(e.size),e.space=H(e.space),e.rotate=H(e.rotate),nt(e.incrs)&&e.incrs.forEach(e=>{!Ze.has(e)&&Ze.set(e,Qe(e))}),e.incrs=H(e.incrs||(i.distr==2?jt:a?ue==1?Ut:Kt:Mt)),e.splits=H(e.splits||(a&&i.distr==1?He:i.distr==3?Tn:i.distr==4?En:wn)),e.stroke=H(e.stroke),e.grid.stroke=H(e.grid.stroke),e.ticks.stroke=H(e.ticks.stroke),e.border.stroke=H(e.border.stroke);let o=e.values;e.values=nt(o)&&!nt(o[0])?H(o):a?nt(o)?Xt(Re,Yt(o,Ve)):at(o)?Zt(Re,o):o||qe:o||Cn,e.filter=H(e.filter||(i.distr>=3&&i.log==10?Mn:i.distr==3&&i.log==2?Nn:Ue)),e.font=Ir(e.font),e.labelFont=Ir(e.labelFont),e._size=e.size(r,null,t,0),e._space=e._rotate=e._incrs=e._found=e._splits=e._values=null,e._size>0&&(Rn[t]=!0,e._el=M(`u-axis`,ee))}}function Gn(e,t,n,r){let[i,a,o,s]=n,c=t%2,l=0;return c==0&&(s||a)&&(l=t==0&&!i||t==2&&!o?ke(xn.size/3):0),c==1&&(i||o)&&(l=t==1&&!a||t==3&&!s?ke(Fn.size/2):0),l}let qn=r.padding=(e.padding||[Gn,Gn,Gn,Gn]).map(e=>H(L(e,Gn))),Jn=r._padding=qn.map((e,t)=>e(r,t,Rn,0)),J,Y=null,Xn=null,Zn=i==1?P[0].idxs:null,$n=null,er=!1;function tr(e,n){if(t=e??[],r.data=r._data=t,i==2){J=0;for(let e=1;e<P.length;e++)J+=t[e][0].length}else{t.length==0&&(r.data=r._data=t=[[]]),$n=t[0],J=$n.length;let e=t;if(Ee==2){e=t.slice();let n=e[0]=Array(J);for(let e=0;e<J;e++)n[e]=e}r._data=t=e}if(qr(!0),ra(`setData`),Ee==2&&(nn=!0),n!==!1){let e=R;e.auto(r,er)?nr():yi(I,e.min,e.max),an||=G.left>=0,sn=!0,Qr()}}r.setData=tr;function nr(){er=!0;let e,n;i==1&&(J>0?(Y=Zn[0]=0,Xn=Zn[1]=J-1,e=t[0][Y],n=t[0][Xn],Ee==2?(e=Y,n=Xn):e==n&&(Ee==3?[e,n]=ge(e,e,R.log,!1):Ee==4?[e,n]=_e(e,e,R.log,!1):R.time?n=e+ke(86400/ue):[e,n]=Se(e,n,ve,!0))):(Y=Zn[0]=e=null,Xn=Zn[1]=n=null)),yi(I,e,n)}let rr,ir,ar,or,sr,cr,lr,ur,dr,fr;function pr(e,t,n,r,i,a){e??=h,n??=et,r??=`butt`,i??=h,a??=`round`,e!=rr&&(k.strokeStyle=rr=e),i!=ir&&(k.fillStyle=ir=i),t!=ar&&(k.lineWidth=ar=t),a!=sr&&(k.lineJoin=sr=a),r!=cr&&(k.lineCap=cr=r),n!=or&&k.setLineDash(or=n)}function mr(e,t,n,r){t!=ir&&(k.fillStyle=ir=t),e!=lr&&(k.font=lr=e),n!=ur&&(k.textAlign=ur=n),r!=dr&&(k.textBaseline=dr=r)}function hr(e,t,n,i,a=0){if(i.length>0&&e.auto(r,er)&&(t==null||t.min==null)){let t=L(Y,0),r=L(Xn,i.length-1),o=n.min==null?he(i,t,r,a,e.distr==3):[n.min,n.max];e.min=je(e.min,n.min=o[0]),e.max=Me(e.max,n.max=o[1])}}let gr={min:null,max:null};function _r(){for(let e in F){let t=F[e];B[e]==null&&(t.min==null||B[I]!=null&&t.auto(r,er))&&(B[e]=gr)}for(let e in F){let t=F[e];B[e]==null&&t.from!=null&&B[t.from]!=null&&(B[e]=gr)}B[I]!=null&&qr(!0);let e={};for(let t in B){let n=B[t];if(n!=null){let a=e[t]=ut(F[t],st);if(n.min!=null)dt(a,n);else if(t!=I||i==2){if(J==0&&a.from==null){let e=a.range(r,null,null,t);a.min=e[0],a.max=e[1]}else a.min=V,a.max=-1/0}}}if(J>0){P.forEach((n,a)=>{if(i==1){let i=n.scale,o=B[i];if(o==null)return;let s=e[i];if(a==0){let e=s.range(r,s.min,s.max,i);s.min=e[0],s.max=e[1],Y=fe(s.min,t[0]),Xn=fe(s.max,t[0]),Xn-Y>1&&(t[0][Y]<s.min&&Y++,t[0][Xn]>s.max&&Xn--),n.min=$n[Y],n.max=$n[Xn]}else n.show&&n.auto&&hr(s,o,n,t[a],n.sorted);n.idxs[0]=Y,n.idxs[1]=Xn}else if(a>0&&n.show&&n.auto){let[r,i]=n.facets,o=r.scale,s=i.scale,[c,l]=t[a],u=e[o],d=e[s];u!=null&&hr(u,B[o],r,c,r.sorted),d!=null&&hr(d,B[s],i,l,i.sorted),n.min=i.min,n.max=i.max}});for(let t in e){let n=e[t],i=B[t];if(n.from==null&&(i==null||i.min==null)){let e=n.range(r,n.min==V?null:n.min,n.max==-1/0?null:n.max,t);n.min=e[0],n.max=e[1]}}}for(let t in e){let n=e[t];if(n.from!=null){let i=e[n.from];if(i.min==null)n.min=n.max=null;else{let e=n.range(r,i.min,i.max,t);n.min=e[0],n.max=e[1]}}}let n={},a=!1;for(let t in e){let r=e[t],i=F[t];if(i.min!=r.min||i.max!=r.max){i.min=r.min,i.max=r.max;let e=i.distr;i._min=e==3?Fe(i.min):e==4?Le(i.min,i.asinh):e==100?i.fwd(i.min):i.min,i._max=e==3?Fe(i.max):e==4?Le(i.max,i.asinh):e==100?i.fwd(i.max):i.max,n[t]=a=!0}}if(a){P.forEach((e,t)=>{i==2?t>0&&n.y&&(e._paths=null):n[e.scale]&&(e._paths=null)});for(let e in n)nn=!0,ra(`setScale`,e);ct&&G.left>=0&&(an=sn=!0)}for(let e in B)B[e]=null}function vr(e){let t=ze(Y-1,0,J-1),n=ze(Xn+1,0,J-1);for(;e[t]==null&&t>0;)t--;for(;e[n]==null&&n<J-1;)n++;return[t,n]}function yr(){if(J>0){let e=P.some(e=>e._focus)&&fr!=_n.alpha;e&&(k.globalAlpha=fr=_n.alpha),P.forEach((e,n)=>{if(n>0&&e.show&&(br(n,!1),br(n,!0),e._paths==null)){let a=fr;fr!=e.alpha&&(k.globalAlpha=fr=e.alpha);let o=i==2?[0,t[n][0].length-1]:vr(t[n]);e._paths=e.paths(r,n,o[0],o[1]),fr!=a&&(k.globalAlpha=fr=a)}}),P.forEach((e,t)=>{if(t>0&&e.show){let n=fr;fr!=e.alpha&&(k.globalAlpha=fr=e.alpha),e._paths!=null&&Sr(t,!1);{let n=e._paths==null?null:e._paths.gaps,i=e.points.show(r,t,Y,Xn,n),a=e.points.filter(r,t,i,n);(i||a)&&(e.points._paths=e.points.paths(r,t,Y,Xn,a),Sr(t,!0))}fr!=n&&(k.globalAlpha=fr=n),ra(`drawSeries`,t)}}),e&&(k.globalAlpha=fr=1)}}function br(e,t){let n=t?P[e].points:P[e];n._stroke=n.stroke(r,e),n._fill=n.fill(r,e)}function Sr(e,t){let n=t?P[e].points:P[e],{stroke:r,fill:i,clip:a,flags:o,_stroke:s=n._stroke,_fill:c=n._fill,_width:l=n.width}=n._paths;l=W(l*O,3);let u=null,d=l%2/2;t&&c==null&&(c=l>0?`#fff`:s);let f=n.pxAlign==1&&d>0;if(f&&k.translate(d,d),!t){let e=zt-l/2,t=Bt-l/2,n=Vt+l,r=Ht+l;u=new Path2D,u.rect(e,t,n,r)}t?zr(s,l,n.dash,n.cap,c,r,i,o,a):Rr(e,s,l,n.dash,n.cap,c,r,i,o,u,a),f&&k.translate(-d,-d)}function Rr(e,n,i,a,o,s,c,l,u,d,f){let p=!1;u!=0&&me.forEach((m,h)=>{if(m.series[0]==e){let e=P[m.series[1]],g=t[m.series[1]],_=(e._paths||$e).band;nt(_)&&(_=m.dir==1?_[0]:_[1]);let v,y=null;e.show&&_&&Ce(g,Y,Xn)?(y=m.fill(r,h)||s,v=e._paths.clip):_=null,zr(n,i,a,o,y,c,l,u,d,f,v,_),p=!0}}),p||zr(n,i,a,o,s,c,l,u,d,f)}function zr(e,t,n,r,i,a,o,s,c,l,u,d){pr(e,t,n,r,i),(c||l||d)&&(k.save(),c&&k.clip(c),l&&k.clip(l)),d?(s&3)==3?(k.clip(d),u&&k.clip(u),Vr(i,o),Br(e,a,t)):s&2?(Vr(i,o),k.clip(d),Br(e,a,t)):s&1&&(k.save(),k.clip(d),u&&k.clip(u),Vr(i,o),k.restore(),Br(e,a,t)):(Vr(i,o),Br(e,a,t)),(c||l||d)&&k.restore()}function Br(e,t,n){n>0&&(t instanceof Map?t.forEach((e,t)=>{k.strokeStyle=rr=t,k.stroke(e)}):t!=null&&e&&k.stroke(t))}function Vr(e,t){t instanceof Map?t.forEach((e,t)=>{k.fillStyle=ir=t,k.fill(e)}):t!=null&&e&&k.fill(t)}function Hr(e,t,n,i){let a=pe[e],o;if(i<=0)o=[0,0];else{let s=a._space=a.space(r,e,t,n,i);o=Fr(t,n,a._incrs=a.incrs(r,e,t,n,i,s),i,s)}return a._found=o}function Ur(e,t,n,r,i,a,o,s,c,l){let u=o%2/2;se==1&&k.translate(u,u),pr(s,o,c,l,s),k.beginPath();let d,f,p,m,h=i+(r==0||r==3?-a:a);n==0?(f=i,m=h):(d=i,p=h);for(let r=0;r<e.length;r++)t[r]!=null&&(n==0?d=p=e[r]:f=m=e[r],k.moveTo(d,f),k.lineTo(p,m));k.stroke(),se==1&&k.translate(-u,-u)}function Wr(e){let t=!0;return pe.forEach((n,i)=>{if(!n.show)return;let a=F[n.scale];if(a.min==null){n._show&&(t=!1,n._show=!1,qr(!1));return}n._show||(t=!1,n._show=!0,qr(!1));let o=n.side,s=o%2,{min:c,max:l}=a,[u,d]=Hr(i,c,l,s==0?K:q);if(d==0)return;let f=a.distr==2,p=n._splits=n.splits(r,i,c,l,u,d,f),m=a.distr==2?p.map(e=>$n[e]):p,h=a.distr==2?$n[p[1]]-$n[p[0]]:u,g=n._values=n.values(r,n.filter(r,m,i,d,h),i,d,h);n._rotate=o==2?n.rotate(r,g,i,d):0;let _=n._size;n._size=Ae(n.size(r,g,i,e)),_!=null&&n._size!=_&&(t=!1)}),t}function Gr(e){let t=!0;return qn.forEach((n,i)=>{let a=n(r,i,Rn,e);a!=Jn[i]&&(t=!1),Jn[i]=a}),t}function Kr(){for(let e=0;e<pe.length;e++){let t=pe[e];if(!t.show||!t._show)continue;let n=t.side,i=n%2,a,o,s=t.stroke(r,e),c=n==0||n==3?-1:1,[l,u]=t._found;if(t.label!=null){let f=t.labelGap*c,p=ke((t._lpos+f)*O);mr(t.labelFont[0],s,`center`,n==2?`top`:d),k.save(),i==1?(a=o=0,k.translate(p,ke(Bt+Ht/2)),k.rotate((n==3?-De:De)/2)):(a=ke(zt+Vt/2),o=p);let m=Be(t.label)?t.label(r,e,l,u):t.label;k.fillText(m,a,o),k.restore()}if(u==0)continue;let h=F[t.scale],g=i==0?Vt:Ht,_=i==0?zt:Bt,v=t._splits,y=h.distr==2?v.map(e=>$n[e]):v,b=h.distr==2?$n[v[1]]-$n[v[0]]:l,x=t.ticks,S=t.border,C=x.show?x.size:0,w=ke(C*O),T=ke((t.alignTo==2?t._size-C-t.gap:t.gap)*O),E=t._rotate*-De/180,D=le(t._pos*O),ee=D+(w+T)*c;o=i==0?ee:0,a=i==1?ee:0;let A=t.font[0];mr(A,s,t.align==1?f:t.align==2?p:E>0?f:E<0?p:i==0?`center`:n==3?p:f,E||i==1?`middle`:n==2?`top`:d);let te=t.font[1]*t.lineGap,j=v.map(e=>le(m(e,h,g,_))),ne=t._values;for(let e=0;e<ne.length;e++){let t=ne[e];if(t!=null){i==0?a=j[e]:o=j[e],t=``+t;let n=t.indexOf(`\n`)==-1?[t]:t.split(/\\n/gm);for(let e=0;e<n.length;e++){let t=n[e];E?(k.save(),k.translate(a,o+e*te),k.rotate(E),k.fillText(t,0,0),k.restore()):k.fillText(t,a,o+e*te)}}}x.show&&Ur(j,x.filter(r,y,e,u,b),i,n,D,w,W(x.width*O,3),x.stroke(r,e),x.dash,x.cap);let M=t.grid;M.show&&Ur(j,M.filter(r,y,e,u,b),i,i==0?2:1,i==0?Bt:zt,i==0?Ht:Vt,W(M.width*O,3),M.stroke(r,e),M.dash,M.cap),S.show&&Ur([D],[1],+(i==0),i==0?1:2,i==1?Bt:zt,i==1?Ht:Vt,W(S.width*O,3),S.stroke(r,e),S.dash,S.cap)}ra(`drawAxes`)}function qr(e){P.forEach((t,n)=>{n>0&&(t._paths=null,e&&(i==1?(t.min=null,t.max=null):t.facets.forEach(e=>{e.min=null,e.max=null})))})}let Jr=!1,Yr=!1,Xr=[];function Zr(){Yr=!1;for(let e=0;e<Xr.length;e++)ra(...Xr[e]);Xr.length=0}function Qr(){Jr||=(mt(ei),!0)}function $r(e,t=!1){Jr=!0,Yr=t,e(r),ei(),t&&Xr.length>0&&queueMicrotask(Zr)}r.batch=$r;function ei(){if(Qt&&=(_r(),!1),nn&&=(un(),!1),tn){if(j(re,f,Nt),j(re,`top`,Pt),j(re,l,K),j(re,u,q),j(ae,f,Nt),j(ae,`top`,Pt),j(ae,l,K),j(ae,u,q),j(ee,l,kt),j(ee,u,At),D.width=ke(kt*O),D.height=ke(At*O),pe.forEach(({_el:e,_show:t,_size:n,_pos:r,side:i})=>{if(e!=null){if(t){let t=i===3||i===0?n:0,a=i%2==1;j(e,a?`left`:`top`,r-t),j(e,a?`width`:`height`,n),j(e,a?`top`:`left`,a?Pt:Nt),j(e,a?`height`:`width`,a?q:K),te(e,s)}else A(e,s)}}),rr=ir=ar=sr=cr=lr=ur=dr=or=null,fr=1,Vi(!0),Nt!=Ft||Pt!=It||K!=Lt||q!=Rt){qr(!1);let e=K/Lt,t=q/Rt;if(ct&&!an&&G.left>=0){G.left*=e,G.top*=t,ii&&ie(ii,ke(G.left),0,K,q),ai&&ie(ai,0,ke(G.top),K,q);for(let n=0;n<bn.length;n++){let r=bn[n];r!=null&&(Dn[n]*=e,On[n]*=t,ie(r,Ae(Dn[n]),Ae(On[n]),K,q))}}if(Q.show&&!on&&Q.left>=0&&Q.width>0){Q.left*=e,Q.width*=e,Q.top*=t,Q.height*=t;for(let e in Wi)j(gi,e,Q[e])}Ft=Nt,It=Pt,Lt=K,Rt=q}ra(`setSize`),tn=!1}kt>0&&At>0&&(k.clearRect(0,0,D.width,D.height),ra(`drawClear`),xe.forEach(e=>e()),ra(`draw`)),Q.show&&on&&(_i(Q),on=!1),ct&&an&&(zi(null,!0,!1),an=!1),U.show&&U.live&&sn&&(Li(),sn=!1),S||(S=!0,r.status=1,ra(`ready`)),er=!1,Jr=!1}r.redraw=(e,t)=>{nn=t||!1,e===!1?Qr():yi(I,R.min,R.max)};function ti(e,n){let i=F[e];if(i.from==null){if(J==0){let t=i.range(r,n.min,n.max,e);n.min=t[0],n.max=t[1]}if(n.min>n.max){let e=n.min;n.min=n.max,n.max=e}if(J>1&&n.min!=null&&n.max!=null&&n.max-n.min<1e-16)return;e==I&&i.distr==2&&J>0&&(n.min=fe(n.min,t[0]),n.max=fe(n.max,t[0]),n.min==n.max&&n.max++),B[e]=n,Qt=!0,Qr()}}r.setScale=ti;let ni,ri,ii,ai,oi,si,ci,li,ui,di,X,Z,fi=!1,pi=G.drag,mi=pi.x,hi=pi.y;ct&&(G.x&&(ni=M(`u-cursor-x`,ae)),G.y&&(ri=M(`u-cursor-y`,ae)),R.ori==0?(ii=ni,ai=ri):(ii=ri,ai=ni),X=G.left,Z=G.top);let Q=r.select=dt({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),gi=Q.show?M(`u-select`,Q.over?ae:re):null;function _i(e,t){if(Q.show){for(let t in e)Q[t]=e[t],t in Wi&&j(gi,t,e[t]);t!==!1&&ra(`setSelect`)}}r.setSelect=_i;function vi(e){if(P[e].show)rt&&te(gt[e],s);else if(rt&&A(gt[e],s),ct){let t=yn?bn[0]:bn[e];t!=null&&ie(t,-10,-10,K,q)}}function yi(e,t,n){ti(e,{min:t,max:n})}function bi(e,t,n,a){t.focus!=null&&ki(e),t.show!=null&&P.forEach((n,r)=>{r>0&&(e==r||e==null)&&(n.show=t.show,vi(r),i==2?(yi(n.facets[0].scale,null,null),yi(n.facets[1].scale,null,null)):yi(n.scale,null,null),Qr())}),n!==!1&&ra(`setSeries`,e,t),a&&sa(`setSeries`,r,e,t)}r.setSeries=bi;function xi(e,t){dt(me[e],t)}function Si(e,t){e.fill=H(e.fill||null),e.dir=L(e.dir,-1),t??=me.length,me.splice(t,0,e)}function Ci(e){e==null?me.length=0:me.splice(e,1)}r.addBand=Si,r.setBand=xi,r.delBand=Ci;function wi(e,t){P[e].alpha=t,ct&&bn[e]!=null&&(bn[e].style.opacity=t),rt&&gt[e]&&(gt[e].style.opacity=t)}let Ti,Ei,Di,Oi={focus:!0};function ki(e){if(e!=Di){let t=e==null,n=_n.alpha!=1;P.forEach((r,a)=>{if(i==1||a>0){let i=t||a==0||a==e;r._focus=t?null:i,n&&wi(a,i?1:_n.alpha)}}),Di=e,n&&Qr()}}rt&&vn&&Dt(b,ft,e=>{G._lock||(hn(e),Di!=null&&bi(null,Oi,!0,$.setSeries))});function Ai(e,t,n){let r=F[t];n&&(e=e/O-(r.ori==1?Pt:Nt));let i=K;r.ori==1&&(i=q,e=i-e),r.dir==-1&&(e=i-e);let a=r._min,o=r._max,s=e/i,c=a+(o-a)*s,l=r.distr;return l==3?Ne(10,c):l==4?Ie(c,r.asinh):l==100?r.bwd(c):c}function ji(e,n){return fe(Ai(e,I,n),t[0],Y,Xn)}r.valToIdx=e=>fe(e,t[0]),r.posToIdx=ji,r.posToVal=Ai,r.valToPos=(e,t,n)=>F[t].ori==0?a(e,F[t],n?Vt:K,n?zt:0):o(e,F[t],n?Ht:q,n?Bt:0),r.setCursor=(e,t,n)=>{X=e.left,Z=e.top,zi(null,t,n)};function Mi(e,t){j(gi,f,Q.left=e),j(gi,l,Q.width=t)}function Ni(e,t){j(gi,`top`,Q.top=e),j(gi,u,Q.height=t)}let Pi=R.ori==0?Mi:Ni,Fi=R.ori==1?Mi:Ni;function Ii(){if(rt&&U.live)for(let e=+(i==2);e<P.length;e++){if(e==0&&yt)continue;let t=U.values[e],n=0;for(let r in t)_t[e][n++].firstChild.nodeValue=t[r]}}function Li(e,t){if(e!=null&&(e.idxs?e.idxs.forEach((e,t)=>{Xe[t]=e}):it(e.idx)||Xe.fill(e.idx),U.idx=Xe[0]),rt&&U.live){for(let e=0;e<P.length;e++)(e>0||i==1&&!yt)&&Ri(e,Xe[e]);Ii()}sn=!1,t!==!1&&ra(`setLegend`)}r.setLegend=Li;function Ri(e,n){let i=P[e],a=e==0&&Ee==2?$n:t[e],o;yt?o=i.values(r,e,n)??bt:(o=i.value(r,n==null?null:a[n],e,n),o=o==null?bt:{_:o}),U.values[e]=o}function zi(e,n,a){ui=X,di=Z,[X,Z]=G.move(r,X,Z),G.left=X,G.top=Z,ct&&(ii&&ie(ii,ke(X),0,K,q),ai&&ie(ai,0,ke(Z),K,q));let o,s=Y>Xn;Ti=V,Ei=null;let c=R.ori==0?K:q,l=R.ori==1?K:q;if(X<0||J==0||s){o=G.idx=null;for(let e=0;e<P.length;e++){let t=bn[e];t!=null&&ie(t,-10,-10,K,q)}vn&&bi(null,Oi,!0,e==null&&$.setSeries),U.live&&(Xe.fill(o),sn=!0)}else{let e,n,a;i==1&&(e=R.ori==0?X:Z,n=Ai(e,I),o=G.idx=fe(n,t[0],Y,Xn),a=z(t[0][o],R,c,0));let s=-10,u=-10,d=0,f=0,p=!0,m=``,h=``;for(let e=+(i==2);e<P.length;e++){let g=P[e],_=Xe[e],v=_==null?null:i==1?t[e][_]:t[e][1][_],y=G.dataIdx(r,e,o,n),b=y==null?null:i==1?t[e][y]:t[e][1][y];if(sn=sn||b!=v||y!=_,Xe[e]=y,e>0&&g.show){let n=y==null?-10:y==o?a:z(i==1?t[0][y]:t[e][0][y],R,c,0),_=b==null?-10:Pe(b,i==1?F[g.scale]:F[g.facets[1].scale],l,0);if(vn&&b!=null){let t=R.ori==1?X:Z,n=Oe(_n.dist(r,e,y,_,t));if(n<Ti){let r=_n.bias;if(r!=0){let i=Ai(t,g.scale),a=b>=0?1:-1,o=i>=0?1:-1;o==a&&(o==1?r==1?b>=i:b<=i:r==1?b<=i:b>=i)&&(Ti=n,Ei=e)}else Ti=n,Ei=e}}if(sn||yn){let t,i;R.ori==0?(t=n,i=_):(t=_,i=n);let a,o,c,l,g,v,y=!0,b=gn.bbox;if(b!=null){y=!1;let t=b(r,e);c=t.left,l=t.top,a=t.width,o=t.height}else c=t,l=i,a=o=gn.size(r,e);if(v=gn.fill(r,e),g=gn.stroke(r,e),yn)e==Ei&&Ti<=_n.prox&&(s=c,u=l,d=a,f=o,p=y,m=v,h=g);else{let t=bn[e];t!=null&&(Dn[e]=c,On[e]=l,ce(t,a,o,y),oe(t,v,g),ie(t,Ae(c),Ae(l),K,q))}}}}if(yn){let e=_n.prox;if(sn||(Di==null?Ti<=e:Ti>e||Ei!=Di)){let e=bn[0];e!=null&&(Dn[0]=s,On[0]=u,ce(e,d,f,p),oe(e,m,h),ie(e,Ae(s),Ae(u),K,q))}}}if(Q.show&&fi){if(e!=null){let[t,n]=$.scales,[r,i]=$.match,[a,o]=e.cursor.sync.scales,s=e.cursor.drag;if(mi=s._x,hi=s._y,mi||hi){let{left:s,top:u,width:d,height:f}=e.select,p=e.scales[a].ori,m=e.posToVal,h,g,_,v,y,b=t!=null&&r(t,a),x=n!=null&&i(n,o);b&&mi?(p==0?(h=s,g=d):(h=u,g=f),_=F[t],v=z(m(h,a),_,c,0),y=z(m(h+g,a),_,c,0),Pi(je(v,y),Oe(y-v))):Pi(0,c),x&&hi?(p==1?(h=s,g=d):(h=u,g=f),_=F[n],v=Pe(m(h,o),_,l,0),y=Pe(m(h+g,o),_,l,0),Fi(je(v,y),Oe(y-v))):Fi(0,l)}else Gi()}else{let e=Oe(ui-oi),t=Oe(di-si);if(R.ori==1){let n=e;e=t,t=n}mi=pi.x&&e>=pi.dist,hi=pi.y&&t>=pi.dist;let n=pi.uni;n==null?pi.x&&pi.y&&(mi||hi)&&(mi=hi=!0):mi&&hi&&(mi=e>=n,hi=t>=n,!mi&&!hi&&(t>e?hi=!0:mi=!0));let r,i;mi&&(R.ori==0?(r=ci,i=X):(r=li,i=Z),Pi(je(r,i),Oe(i-r)),hi||Fi(0,l)),hi&&(R.ori==1?(r=ci,i=X):(r=li,i=Z),Fi(je(r,i),Oe(i-r)),mi||Pi(0,c)),!mi&&!hi&&(Pi(0,0),Fi(0,0))}}if(pi._x=mi,pi._y=hi,e==null){if(a){if(aa!=null){let[e,t]=$.scales;$.values[0]=e==null?null:Ai(R.ori==0?X:Z,e),$.values[1]=t==null?null:Ai(R.ori==1?X:Z,t)}sa(g,r,X,Z,K,q,o)}if(vn){let e=a&&$.setSeries,t=_n.prox;Di==null?Ti<=t&&bi(Ei,Oi,!0,e):Ti>t?bi(null,Oi,!0,e):Ei!=Di&&bi(Ei,Oi,!0,e)}}sn&&(U.idx=o,Li()),n!==!1&&ra(`setCursor`)}let Bi=null;Object.defineProperty(r,\"rect\",{get(){return Bi??Vi(!1),Bi}});function Vi(e=!1){e?Bi=null:(Bi=ae.getBoundingClientRect(),ra(`syncRect`,Bi))}function Hi(e,t,n,r,i,a,o){G._lock||fi&&e!=null&&e.movementX==0&&e.movementY==0||(Ui(e,t,n,r,i,a,o,!1,e!=null),e==null?zi(t,!0,!1):zi(null,!0,!0))}function Ui(e,t,n,i,a,o,s,c,l){if(Bi??Vi(!1),hn(e),e!=null)n=e.clientX-Bi.left,i=e.clientY-Bi.top;else{if(n<0||i<0){X=-10,Z=-10;return}let[e,r]=$.scales,s=t.cursor.sync,[c,l]=s.values,[u,d]=s.scales,[f,p]=$.match,h=t.axes[0].side%2==1,g=R.ori==0?K:q,_=R.ori==1?K:q,v=h?o:a,y=h?a:o,b=h?i:n,x=h?n:i;if(n=u==null?b/v*g:f(e,u)?m(c,F[e],g,0):-10,i=d==null?x/y*_:p(r,d)?m(l,F[r],_,0):-10,R.ori==1){let e=n;n=i,i=e}}l&&(t==null||t.cursor.event.type==g)&&((n<=1||n>=K-1)&&(n=Ye(n,K)),(i<=1||i>=q-1)&&(i=Ye(i,q))),c?(oi=n,si=i,[ci,li]=G.move(r,n,i)):(X=n,Z=i)}let Wi={width:0,height:0,left:0,top:0};function Gi(){_i(Wi,!1)}let Ki,qi,Ji,Yi;function Xi(e,t,n,i,a,o,s){fi=!0,mi=hi=pi._x=pi._y=!1,Ui(e,t,n,i,a,o,s,!0,!1),e!=null&&(Dt(v,T,Zi,!1),sa(_,r,ci,li,K,q,null));let{left:c,top:l,width:u,height:d}=Q;Ki=c,qi=l,Ji=u,Yi=d}function Zi(e,t,n,i,a,o,s){fi=pi._x=pi._y=!1,Ui(e,t,n,i,a,o,s,!1,!0);let{left:c,top:l,width:u,height:d}=Q,f=u>0||d>0,p=Ki!=c||qi!=l||Ji!=u||Yi!=d;if(f&&p&&_i(Q),pi.setScale&&f&&p){let e=c,t=u,n=l,r=d;if(R.ori==1&&(e=l,t=d,n=c,r=u),mi&&yi(I,Ai(e,I),Ai(e+t,I)),hi)for(let e in F){let t=F[e];e!=I&&t.from==null&&t.min!=V&&yi(e,Ai(n+r,e),Ai(n,e))}Gi()}else G.lock&&(G._lock=!G._lock,zi(t,!0,e!=null));e!=null&&(Ot(v,T),sa(v,r,X,Z,K,q,null))}function Qi(e,t,n,r,i,a,o){if(G._lock)return;hn(e);let s=fi;if(fi){let e=!0,t=!0,n,r;R.ori==0?(n=mi,r=hi):(n=hi,r=mi),n&&r&&(e=X<=10||X>=K-10,t=Z<=10||Z>=q-10),n&&e&&(X=X<ci?0:K),r&&t&&(Z=Z<li?0:q),zi(null,!0,!0),fi=!1}X=-10,Z=-10,Xe.fill(null),zi(null,!0,!0),s&&(fi=s)}function $i(e,t,n,i,a,o,s){G._lock||(hn(e),nr(),Gi(),e!=null&&sa(x,r,X,Z,K,q,null))}function ea(){pe.forEach(Lr),cn(r.width,r.height,!0)}N(C,E,ea);let ta={};ta.mousedown=Xi,ta.mousemove=Hi,ta.mouseup=Zi,ta.dblclick=$i,ta.setSeries=(e,t,n,i)=>{let a=$.match[2];n=a(r,t,n),n!=-1&&bi(n,i,!0,!1)},ct&&(Dt(_,ae,Xi),Dt(g,ae,Hi),Dt(y,ae,e=>{hn(e),Vi(!1)}),Dt(b,ae,Qi),Dt(x,ae,$i),xr.add(r),r.syncRect=Vi);let na=r.hooks=e.hooks||{};function ra(e,t,n){Yr?Xr.push([e,t,n]):e in na&&na[e].forEach(e=>{e.call(null,r,t,n)})}(e.plugins||[]).forEach(e=>{for(let t in e.hooks)na[t]=(na[t]||[]).concat(e.hooks[t])});let ia=(e,t,n)=>n,$=dt({key:null,setSeries:!1,filters:{pub:Ge,sub:Ge},scales:[I,P[1]?P[1].scale:null],match:[Ke,Ke,ia],values:[null,null]},G.sync);$.match.length==2&&$.match.push(ia),G.sync=$;let aa=$.key,oa=Kn(aa);function sa(e,t,n,r,i,a,o){$.filters.pub(e,t,n,r,i,a,o)&&oa.pub(e,t,n,r,i,a,o)}oa.sub(r);function ca(e,t,n,r,i,a,o){$.filters.sub(e,t,n,r,i,a,o)&&ta[e](null,t,n,r,i,a,o)}r.pub=ca;function la(){oa.unsub(r),xr.delete(r),Tt.clear(),de(C,E,ea),w.remove(),ft?.remove(),ra(`destroy`)}r.destroy=la;function ua(){ra(`init`,e,t),tr(t||e.data,!1),B[I]?ti(I,B[I]):nr(),on=Q.show&&(Q.width>0||Q.height>0),an=sn=!0,cn(e.width,e.height)}return P.forEach(An),pe.forEach(zn),n?n instanceof HTMLElement?(n.appendChild(w),ua()):n(r,ua):ua(),r}Rr.assign=dt,Rr.fmtNum=R,Rr.rangeNum=Se,Rr.rangeLog=ge,Rr.rangeAsinh=_e,Rr.orient=qn,Rr.pxRatio=O,Rr.join=pt,Rr.fmtDate=Et,Rr.tzDate=Ot,Rr.sync=Kn;{Rr.addGap=Xn,Rr.clipGaps=Y;let e=Rr.paths={points:ur};e.linear=mr,e.stepped=hr,e.bars=_r,e.spline=yr}let zr=/* @__PURE__ */ new Set;matchMedia(`(prefers-color-scheme: dark)`).addEventListener(`change`,()=>{for(let e of zr)e.redraw(!1,!0)});function Br(e){return getComputedStyle(document.documentElement).getPropertyValue(`--${e}`).trim()}function Vr(t){let n=e(`div`,{\"aria-hidden\":`true`}),r=e(`p`,{class:`readout`,\"aria-live\":`polite`},Hr),i=e(`div`,{class:`chart`,role:`group`,\"aria-label\":`${t.summary} Arrow keys read it point by point.`,tabindex:0},n),a;return new ResizeObserver(([e])=>{let i=Math.floor(e?.contentRect.width??0);i!==0&&(a===void 0?a=Ur(t,n,i,r):a.setSize({width:i,height:260}))}).observe(i),i.addEventListener(`keydown`,e=>{a!==void 0&&Jr(a,e.key)&&e.preventDefault()}),e(`div`,{},i,r)}let Hr=`Point at the chart, or use the arrow keys, to read it.`;function Ur(e,t,n,r){let i=e.lines.map(({xs:e,ys:t})=>[[...e],[...t]]),a={stroke:()=>Br(`grid`),width:1},o={stroke:()=>Br(`muted`),grid:a,ticks:a},s=new Rr({width:n,height:260,legend:{show:!1},cursor:{drag:{x:!1,y:!1},points:{size:7}},scales:{x:{time:!1},y:{range:(t,n,r)=>Gr(n,r,e.fromZero??!1)}},axes:[{...o,space:64,...e.wholeX?{incrs:[1,2,5,10,20,50,100,200,500]}:{},size:34,values:(t,n)=>n.map(e.xTick??e.xText)},{...o,size:(e,t)=>Wr(t),values:(t,n)=>n.map(e.yText)}],series:[{},...e.lines.map(({label:e,colour:t,dash:n,dots:r,thin:i})=>({label:e,stroke:()=>Br(t),width:i?1:2,...n===void 0?{}:{dash:[...n]},points:{show:r??!1,size:6,fill:()=>Br(t)}}))],hooks:{drawAxes:e.underlay===void 0?[]:[e.underlay],setCursor:[t=>r.textContent=Kr(e,t)]}},Rr.join(i),t);return zr.add(s),s}function Wr(e){return 22+7*Math.max(4,...(e??[]).map(({length:e})=>e))}function Gr(e,t,n){let r=n?Math.min(0,e??0):e??0,i=t??1,a=(i-r||Math.abs(i)||1)*.06;return[n&&r===0?0:r-a,i+a]}function Kr(e,{cursor:t,data:n}){let{idx:r}=t;if(r==null)return Hr;let i=n[0][r],a=e.lines.flatMap(({label:t},i)=>{let a=qr(n[i+1]??[],r);return a===void 0?[]:[`${t} ${e.yText(a)}`]});return i===void 0?Hr:`${e.xText(i)}: ${a.join(`, `)}`}function qr(e,t){let n=t;for(;n>=0&&typeof e[n]!=`number`;)--n;return e[n]??void 0}function Jr(e,t){let n=e.data[0].length-1,r=e.cursor.idx??-1,i={ArrowRight:r+1,ArrowLeft:r-1,Home:0,End:n}[t];if(i===void 0)return!1;let a=e.data[0][Math.min(n,Math.max(0,i))];return a!==void 0&&e.setCursor({left:e.valToPos(a,`x`),top:1}),!0}function Yr(e,t,n){let r=n>=50?0:n>=5?1:n>=.5?2:3;return`${e.toFixed(r)}${t===``?``:` ${t}`}`}function Xr(e){return e<1024?`${e} bytes`:e<1024**2?`${(e/1024).toFixed(1)} KiB`:`${(e/1024**2).toFixed(1)} MiB`}function Zr(e,t){return e.metrics[t]?.title??t}function Qr(e,t){return e.metrics[t]?.unit??``}function $r({id:e}){return`case=${encodeURIComponent(e)}`}let ei={cold:`cold iteration`,warmup:`warm-ups`,measure:`measured iterations`,settle:`settle (garbage collection)`};function ti(e){return Object.hasOwn(ei,e)?ei[e]??e:e}let ni={allocated:`first`,active:`second`,resident:`third`,retained:`fourth`};function ri(t,{iterations:n,counters:i}){let a=i.flatMap(e=>oi(e,n)),o=n.length>0;return e(`figure`,{},e(`figcaption`,{},`One sample, that of the median live bytes, by the server’s own count (jemalloc); not judged.`),...o?[ii(t,a)]:[],r(`Qdrant’s allocator in figures`,ai(i,o)))}function ii(e,t){let n=Math.max(.1,...t.flatMap(({ys:e})=>e.map(e=>e??0)));return Vr({summary:`Qdrant’s allocator in ${e} after each iteration; the table below has its figures.`,lines:t,xText:e=>e===0?`before`:`iteration ${e}`,xTick:String,yText:e=>Yr(e,`MiB`,n),wholeX:!0,fromZero:!0})}function ai(e,t){let n=e.some(({baseline:e})=>e!==``),r=[`counter`,`before`,`at the end`,...n?[`in the baseline`]:[],`what it is`];return i(r,e.map(({name:e,meaning:r,before:i,after:a,baseline:s})=>[t&&Object.hasOwn(ni,e)?o({label:e,colour:ni[e]??``}):e,i,a,...n?[s]:[],r]),e=>e>0&&e<r.length-1)}function oi({name:e,mebibytes:t},n){let r=Object.hasOwn(ni,e)?ni[e]:void 0;return r===void 0?[]:[{label:e,colour:r,xs:n,ys:t}]}let si=[`first`,`second`,`third`,`fourth`],ci=1e3;function li(t,{words:n,columns:a,rows:o}){let s=o.filter(({parts:e})=>e.length>0),c=Math.max(1,...s.map(({parts:e})=>X(e)));return e(`figure`,{},e(`figcaption`,{},n),...s.length===0?[]:[ui(s)],...s.map(n=>e(`div`,{class:`strip-row`},e(`div`,{},n.who),di(t,n,c))),r(`What resident memory is made of, in figures`,i([`memory of`,...a],o.map(({who:e,texts:t})=>[e,...t]),e=>e>0)))}function ui([t]){return e(`p`,{class:`small keys`},...(t?.parts??[]).map(({name:e},t)=>o({label:e,colour:si[t]??`first`})))}function di(e,{who:n,parts:r,isBaseline:i},a){let o=0,s=r.map(({mebibytes:e},n)=>{let r=ci*e/a,i=t(`rect`,{x:o,y:0,width:r,height:18,class:si[n]});return o+=r,i}),c=r.map(({name:e,text:t})=>`${e} ${t}`).join(`, `);return t(`svg`,{class:`strip parts${i?` before`:``}`,viewBox:`0 0 ${ci} 18`,height:18,preserveAspectRatio:`none`,role:`img`,\"aria-label\":`Memory of ${e}, ${n}: ${c}`},...s)}function X(e){return e.reduce((e,{mebibytes:t})=>e+t,0)}function Z({id:e,detail:{allocator:t,mapped:n,allocations:r}}){return[...t===void 0?[]:fi(`Qdrant’s allocator`,ri(e,t)),...n===void 0?[]:fi(`What resident memory is made of`,li(e,n)),...r===void 0?[]:fi(`Most allocations by function`,a(r))]}function fi(t,n){return[e(`h3`,{},t),n]}let pi={baseline:13,now:33};function mi(n,r,i){let{now:a,baseline:o,band:s,floor:c,budget:l}=i,u=o?.median,{least:d,span:f}=hi([...a.values,...o?.values??[],...u===void 0||s===void 0?[]:[u+s.lower,u+s.upper],...u===void 0||c===void 0?[]:[u-c.value,u+c.value]],l),[p,m]=[d-f*.04,d+f*1.04],h=e=>`${(100*(e-p)/(m-p)).toFixed(2)}%`,g=e=>Yr(e,r,f),_=t(`svg`,{class:`strip`,height:46,role:`img`,\"aria-label\":_i(n,i)});if(u!==void 0&&c!==void 0){let e=`${(200*c.value/(m-p)).toFixed(2)}%`;_.append(t(`rect`,{class:`none`,x:h(u-c.value),y:0,width:e,height:46}))}if(u!==void 0&&s!==void 0){let[e,n,r]=[h(u+s.lower),h(u+s.upper),23];_.append(t(`line`,{class:`band`,x1:e,x2:n,y1:r,y2:r}));for(let i of[e,n])_.append(t(`line`,{class:`band`,x1:i,x2:i,y1:r-4,y2:r+4}))}for(let e of[`baseline`,`now`]){let n=pi[e],r=i[e];if(r===void 0)continue;let a=h(r.median);_.append(t(`line`,{class:`median ${e}`,x1:a,x2:a,y1:n-9,y2:n+9}));for(let i of r.values){let r=t(`circle`,{class:e,cx:h(i),cy:n,r:4.5});r.append(t(`title`,{},`${e} ${g(i)}`)),_.append(r)}}if(l!==void 0&&l.value>=p&&l.value<=m){let e=h(l.value),n=`budget ${l.exceeded?`exceeded`:`kept`}`;_.append(t(`line`,{class:n,x1:e,x2:e,y1:0,y2:46}))}let v=e(`div`,{class:`ends`,\"aria-hidden\":`true`});return v.append(e(`span`,{},g(p)),e(`span`,{},g(m))),e(`div`,{class:`strip-row`},gi(n,i),e(`div`,{},_,v))}function hi(e,t){let n=e=>{let t=Math.min(...e);return{least:t,span:Math.max(...e)-t||Math.abs(t)/10||1}},r=n(e);if(t===void 0)return r;let i=n([...e,t.value]);return t.exceeded||i.span<=4*r.span?i:r}function Q(e){return e===void 0?``:`budget ${e.text} ${e.exceeded?`exceeded`:`kept`}`}function gi(t,{verdict:n,difference:r,budget:i}){let a=[r,n,Q(i)].filter(e=>e!==``).join(`, `);return e(`div`,{},e(`strong`,{},t),` `,e(`span`,{class:`small`},a))}function _i(e,{now:t,baseline:n,difference:r,band:i,floor:a,budget:o,verdict:s}){return[`${e}: now ${t.text} (${t.values.length} samples, ${t.range})`,n===void 0?`no baseline`:`baseline ${n.text} (${n.values.length} samples, ${n.range})`,r===``?``:`difference ${r}`,i===void 0?``:`interval ${i.text}`,a===void 0?``:`threshold ${a.text}`,Q(o),s].filter(e=>e!==``).join(`; `)}function vi({tone:t,kind:n,caseId:r,what:i,detail:a,where:o},s=!1){let c=s?[e(`a`,{href:`#${$r({id:r})}`},r),` `]:[];return e(`li`,{class:t},e(`span`,{class:`badge ${t}`},n),` `,...c,e(`span`,{class:`what`},i),...a===``?[]:[` `,e(`span`,{class:`small`},a)],...o.length===0?[]:[e(`ul`,{class:`where`},...o.map(t=>e(`li`,{},t)))])}function yi({findings:t}){let n=t.map(e=>vi(e,!0)),r=t=>e(`ul`,{class:`findings`},...t),i=n.slice(12);return e(`section`,{\"aria-labelledby\":`findings`},e(`h2`,{id:`findings`},`Findings`),n.length===0?e(`p`,{},`Nothing to tell.`):r(n.slice(0,12)),...i.length===0?[]:[e(`details`,{},e(`summary`,{},`${i.length} more`),r(i))])}function bi({changes:t,notes:n}){if(t.length===0&&n.length===0)return;let r=t.slice(8);return e(`section`,{\"aria-labelledby\":`changes`},e(`h2`,{id:`changes`},`What else differs`),...n.map(t=>e(`p`,{},t)),...t.length===0?[]:[xi(`What differs`,t.slice(0,8))],...r.length===0?[]:[e(`details`,{},e(`summary`,{},`${r.length} more`),xi(`What else differs`,r))])}function xi(e,t){return r(e,i([`name`,`baseline`,`now`,`kind`],t.map(({name:e,baseline:t,now:n,kind:r})=>[e,t,n,r])))}let Si=[`first`,`second`,`third`,`fourth`];function Ci(t,{summary:n,series:a}){let s=[...a].sort((e,t)=>Number(t.accusing)-Number(e.accusing)).slice(0,Si.length).map((e,t)=>({one:e,colour:Si[t]??`first`})),c=s.flatMap(({one:e,colour:t})=>wi(e,t)),l=c.flatMap(({ys:e})=>e.map(e=>e??0)),u=Math.max(.1,Math.max(...l)-Math.min(...l)),d=e=>Yr(e,`MiB`,u),f=s.map(({one:e,colour:t})=>[o({label:`${e.label}${e.accusing?` (judged)`:``}`,colour:t}),d(e.now.mebibytes.at(-1)??0),e.baseline===void 0?`–`:d(e.baseline.mebibytes.at(-1)??0),e.fit?.text??`–`]);return e(`figure`,{},e(`figcaption`,{},n),Vr({summary:`Memory of ${t} after each iteration; the table below has its figures.`,lines:c,xText:e=>`iteration ${e}`,xTick:String,yText:d,wholeX:!0}),r(`Growth in figures`,i([`memory, one sample`,`grown by`,`in the baseline`,`slope of the last half`],f,e=>e>0)),e(`p`,{class:`small`},`Dashed: the baseline. Dotted: the fitted slope, which decides.`))}function wi({label:e,accusing:t,now:n,baseline:r,fit:i},a){let o=({iterations:e,mebibytes:t})=>({colour:a,xs:e,ys:t});return[...r===void 0?[]:[{...o(r),label:`${e}, baseline`,dash:[6,4]}],{...o(n),label:e},...i===void 0||!t?[]:[{...o(i.line),label:`fitted slope`,colour:`strong`,dash:[2,3]}]]}function Ti(t,{id:n,metrics:r},i){let a=r.filter(({history:e})=>e.length>0);if(a.length===0)return;let o=e(`select`,{id:`history-${i}`},...a.map(({metric:n})=>e(`option`,{value:n},Zr(t,n)))),s=a.find(({verdict:e})=>e===`regression`)??a[0];s!==void 0&&(o.value=s.metric);let c=e(`div`),l=()=>{let e=a.find(({metric:e})=>e===o.value);e!==void 0&&c.replaceChildren(Ei(t,n,e))};return o.addEventListener(`change`,l),l(),e(`figure`,{},e(`label`,{for:`history-${i}`},`Metric `),o,c)}function Ei(t,n,{metric:a,history:o}){let s=o.flatMap(e=>e??[]),c=Math.max(...s)-Math.min(...s),l=e=>Yr(e,Qr(t,a),c||Math.abs(s[0]??1)/10),u=t.runs,d=o.map((e,t)=>[u[t]??``,e===null?`–`:l(e)]).toReversed();return e(`div`,{},Vr({summary:`${Zr(t,a)} of ${n} in ${s.length} runs; the table below has its figures.`,lines:[{label:`median`,colour:`first`,dots:!0,xs:o.map((e,t)=>t),ys:o}],xText:e=>u[e]??``,xTick:e=>u[e]?.split(` `)[0]??``,yText:l,wholeX:!0}),e(`details`,{},e(`summary`,{},`History in figures`),r(`History in figures`,i([`run`,Zr(t,a)],d,e=>e>0))))}function Di(t){return t.flatMap(({profiler:t,summary:n,profile:r,stacks:i})=>[e(`p`,{},`${t}: ${n}`),...i.length===0?[]:[Oi(t,i)],...r===``?[]:[e(`p`,{class:`small`},`The whole of it is in `,e(`code`,{},`profiles/${r}`),`.`)]])}function Oi(t,n){let a=i([`what`,`how much`,`who asked for it, the innermost call first`],n.map(({what:t,amount:n,calls:r})=>[t,n,e(`span`,{},...r.flatMap((t,n)=>n===0?[t]:[e(`br`),`< ${t}`]))]),e=>e===1);return r(`Stacks by ${t}`,a)}function ki({frames:e},t,n){let r=Mi({name:n,place:``,owner:`whole`,depth:0,caller:void 0,own:0}),i=[r];for(let[n,a]of t.depth.entries()){i.length=Math.min(i.length,a+1);let o=i.at(-1)??r,s=Mi({...Ni(e,t.frame[n]??-1),...a===0?{owner:`whole`}:{},depth:o.depth+1,caller:o,own:t.bytes[n]??0});o.callees.push(s),i.push(s)}return Pi(r),Fi(r,0),r}function Ai(e){return e.caller===void 0?[]:[...Ai(e.caller),e.caller]}function ji(e){return[e,...e.callees.flatMap(ji)]}function Mi(e){return{...e,callees:[],total:e.own,start:0}}function Ni(e,t){let{owner:n=`node`,path:r=``}=e.files[e.file[t]??-1]??{},i=e.line[t]??0;return{name:e.function[t]??``,place:r===``||i===0?r:`${r}:${i}`,owner:n}}function Pi(e){return e.total=e.callees.reduce((e,t)=>e+Pi(t),e.own),e.total}function Fi(e,t){e.start=t;let n=t;for(let t of e.callees)Fi(t,n),n+=t.total}let Ii={own:`own code`,package:`package`,node:`Node and native code`,whole:`all objects, all Buffers`},Li=`Point at a bar, or walk over them with the arrow keys, to read it. A click or Enter zooms in, Escape out.`;function Ri(t,n){let r=e(`p`,{class:`readout`,\"aria-live\":`polite`},Li),i=e(`button`,{type:`button`,class:`button`,disabled:!0},`Zoom out`),a=e(`div`,{class:`flame`,role:`group`,\"aria-label\":t}),o=/* @__PURE__ */ new Map,s=n;function c(e){s=e,o.clear();for(let t of[...Ai(e),...ji(e)])t.total>0&&o.set(t,l(t,e));let t=1+Math.max(...[...o.keys()].map(({depth:e})=>e));a.style.height=`${t*22}px`,a.replaceChildren(...o.values()),i.disabled=e===n,u(e)}function l(t,i){let a=t.depth<i.depth,o=e(`button`,{type:`button`,class:`bar ${t.owner}${a?` above`:``}`,tabindex:-1,\"aria-label\":`${t.name}: ${Xr(t.total)}`},e(`span`,{},t.owner===`whole`?`${t.name}: ${Xr(t.total)}`:t.name)),[s,c]=a?[0,1]:[(t.start-i.start)/i.total,t.total/i.total];o.style.left=`${(100*s).toFixed(4)}%`,o.style.width=`max(1px, calc(${(100*c).toFixed(4)}% - 1px))`,o.style.top=`${t.depth*22}px`;let l=()=>{r.textContent=zi(t,n)};return o.addEventListener(`pointerenter`,l),o.addEventListener(`focus`,()=>{u(t),l()}),o.addEventListener(`click`,()=>d(t)),o.addEventListener(`keydown`,e=>{f(t,e.key)&&e.preventDefault()}),o}function u(e){for(let[t,n]of o)n.tabIndex=t===e?0:-1}function d(e){c(e),o.get(e)?.focus()}function f(e,t){if(t===`Escape`)d(n);else{let n=p(e,t);if(n===void 0)return!1;o.get(n)?.focus()}return!0}function p(e,t){if(t===`Home`)return n;if(t===`ArrowUp`)return e.caller;if(t===`ArrowDown`)return e.depth<s.depth?[...Ai(s),s][e.depth+1]:e.callees[0];let r=[...o.keys()].filter(({depth:t})=>t===e.depth),i=r.indexOf(e);return t===`ArrowRight`?r[i+1]:t===`ArrowLeft`?r[i-1]:void 0}return i.addEventListener(`click`,()=>d(n)),a.addEventListener(`pointerleave`,()=>{r.textContent=s===n?Li:zi(s,n)}),c(n),e(`div`,{},e(`div`,{class:`tools`},Bi(),i),a,r)}function zi(e,t){let n=`${(100*e.total/t.total).toFixed(1)} % of all`,r=Ai(e)[1];return[`${e.name}${e.place===``?``:` at ${e.place}`}`,...e.owner===`whole`?[]:[Ii[e.owner]],`${Xr(e.total)}${r===void 0?``:` of ${r.name}`}, ${n}`,...e.own>0&&e.callees.length>0?[`${Xr(e.own)} by itself`]:[]].join(`; `)}function Bi(){return e(`p`,{class:`small legend`},...[`own`,`package`,`node`,`whole`].map(t=>e(`span`,{class:`key`},e(`span`,{class:`patch ${t}`,\"aria-hidden\":`true`}),Ii[t])))}let Vi={kept:`Kept after the iterations`,allocated:`Allocated during the iterations`};function Hi(t,n){let r=e(`div`),i=Object.keys(Vi).map(t=>{let n=e(`button`,{type:`button`,class:`button`},Vi[t]);return n.addEventListener(`click`,()=>a(t)),{side:t,button:n}});function a(e){for(let{side:t,button:n}of i)n.setAttribute(`aria-pressed`,String(t===e));r.replaceChildren(...Ui(t,n,e))}return a(n.first),e(`div`,{},e(`div`,{class:`choice`,role:`group`,\"aria-label\":`Which memory`},...i.map(({button:e})=>e)),r)}function Ui(t,n,r){let{sites:i}=n[r];return[...Wi(t,n,n[r],r),...i.length===0?[e(`p`,{},`No function has a KiB of it.`)]:Gi(n,i)]}function Wi(t,n,{calls:r},i){if(r===void 0||r.depth.length===0)return[];let a=ki(n,r,`all that was ${i}`),o=`Flame graph of what ${t} ${i}; the table below has the greatest in figures.`;return a.total===0?[]:[Ri(o,a),e(`p`,{class:`small`},`A bar is a call, and below it stands what it calls; its width is the memory that came about there. What is too small to be seen counts for its caller. Recorded in a process of its own: it explains, and is not judged.`)]}function Gi({compared:t,before:n},r){let i=r.slice(8),a=t||!n?[]:[e(`p`,{class:`small`},`The baseline does not know where its memory came from.`)];return[Ki(`Where the memory comes from`,r.slice(0,8),t),...i.length===0?[]:[e(`details`,{},e(`summary`,{},`${i.length} more`),Ki(`Where the rest comes from`,i,t))],...a]}function Ki(e,t,n){let a=n?[`baseline`,`now`,`difference`]:[`now`],o=i([`function`,...a,`what`,`file and line`,`called by`],t.map(e=>[e.function,...n?[e.baseline,e.now,e.difference]:[e.now],e.kind,qi(e.place),qi(e.caller)]),e=>e>0&&e<=a.length);return o.className=`sites`,r(e,o)}function qi(t){return e(`span`,{},...(t===``?`–`:t).split(/(?<=\\/)/).flatMap((t,n)=>n===0?[t]:[e(`wbr`),t]))}function Ji(t,{subject:n,now:a,baseline:s}){let c=[...s===void 0?[]:Zi(s,`, baseline`),...Zi(a,``),...s===void 0?[]:Xi(s,n,`, baseline`,[6,4]),...Xi(a,n,``,void 0)],l=Math.max(1,...c.flatMap(({ys:e})=>e.map(e=>e??0))),u=e=>Yr(e,`MiB`,l),d=c.toReversed().map(e=>[o(e),...Qi(e)]);return e(`figure`,{},e(`figcaption`,{},`One sample, that of the median peak${s===void 0?``:`; the baseline behind it`}`),Vr({summary:`Memory of ${t} over time; the table below has its figures.`,lines:c,xText:e=>`${Number(e.toFixed(2))} s`,yText:u,fromZero:!0,underlay:e=>ea(e,a)}),r(`Memory over time in figures`,i([`line`,`at the start`,`peak`,`at the end`],d,e=>e>0)),e(`p`,{class:`small`},$i(a)),...a.settled.length===0?[]:[e(`p`,{class:`small`},Yi)])}let Yi=`Dots: what the worker reads of itself after a garbage collection, around the cold iteration and around the measured ones.`;function Xi({seconds:e,subject:t,qdrant:n},r,i,a){let o={xs:e,...a===void 0?{}:{dash:a}},s=i===``;return[...n.length===0?[]:[{...o,label:`Qdrant${i}`,colour:s?`second`:`second-before`,ys:n}],{...o,label:`${r}${i}`,colour:s?`first`:`first-before`,ys:t}]}function Zi({settled:e},t){if(e.length===0)return[];let n={xs:e.map(({seconds:e})=>e),dash:[2,4],dots:!0,thin:!0},r=t===``?``:`-before`;return[{...n,label:`external, settled${t}`,colour:`fourth${r}`,ys:e.map(e=>e.external)},{...n,label:`JavaScript heap, settled${t}`,colour:`third${r}`,ys:e.map(e=>e.heap)}]}function Qi({xs:e,ys:t}){let n=t.flatMap((t,n)=>t===null?[]:[{y:t,x:e[n]??0}]),[r]=n,i=n.at(-1);if(r===void 0||i===void 0)return[`–`,`–`,`–`];let a=n.reduce((e,t)=>t.y>e.y?t:e),o=e=>Yr(e,`MiB`,a.y);return[o(r.y),`${o(a.y)} at ${a.x.toFixed(2)} s`,o(i.y)]}function $i({phases:e,seconds:t}){if(e.length===0)return``;let n=t.at(-1)??0;return`What was going on: ${e.map(({name:t,seconds:r},i)=>{let a=Math.max(r,e[i+1]?.seconds??n);return`${ti(t)} ${(a-r).toFixed(2)} s`}).join(`, `)}.`}function ea(e,{phases:t,seconds:n}){let{ctx:r,bbox:i}=e,a=n.at(-1)??0,o=devicePixelRatio;r.save(),r.font=`${11*o}px system-ui, sans-serif`,r.textBaseline=`top`,r.textAlign=`left`,r.setLineDash([2*o,3*o]);for(let[n,{name:s,seconds:c}]of t.entries()){let l=e.valToPos(c,`x`,!0),u=e.valToPos(t[n+1]?.seconds??a,`x`,!0);s===`measure`&&(r.fillStyle=Br(`shade`),r.fillRect(l,i.top,u-l,i.height)),r.strokeStyle=Br(`muted`),r.beginPath(),r.moveTo(l,i.top),r.lineTo(l,i.top+i.height),r.stroke();let d=ti(s),f=u-l-6*o,p=[d,s].find(e=>r.measureText(e).width<=f);r.fillStyle=Br(`muted`),p!==void 0&&r.fillText(p,l+4*o,i.top+3*o)}r.restore()}function ta(t,n,r){let i=Ti(t,n,r);return e(`div`,{class:`case`},...n.description===``?[]:[e(`p`,{class:`description`},n.description)],...n.remarks.map(t=>e(`p`,{},t)),...ra(t,n),...ia(n),...n.timeline===void 0?[]:na(`Memory over time`,Ji(n.id,n.timeline)),...n.growth===void 0?[]:na(`Growth over the iterations`,Ci(n.id,n.growth)),...n.sites===void 0?[]:na(`Where the memory comes from`,Hi(n.id,n.sites)),...n.native.length===0?[]:na(`Native memory`,...Di(n.native)),...$(t,n),...i===void 0?[]:na(`History`,i),...Z(n),...aa(t,n))}function na(t,...n){return[e(`h3`,{},t),...n]}function ra({findings:t},{id:n}){let r=t.filter(({caseId:e})=>e===n);return r.length===0?[]:[e(`ul`,{class:`findings`},...r.map(e=>vi(e)))]}function ia({errors:t}){return t.length===0?[]:na(`Samples that failed`,...t.map(({what:t,more:n})=>e(`div`,{},e(`p`,{class:`error`},t),...n===``?[]:[e(`pre`,{tabindex:0,role:`group`,\"aria-label\":`Stack and log`},n)])))}function $(t,{metrics:n}){let r=n.filter(({verdict:e,budget:t})=>e!==``||t!==void 0);return r.length===0?[]:na(`Every sample`,e(`p`,{class:`small`},`A dot is a sample: the baseline’s above, now below, with their medians. Shaded: no difference, by the threshold. The bar: where the median now may truly lie, by the noise. Dashed: the budget, red where it is exceeded.`),...r.map(e=>mi(Zr(t,e.metric),Qr(t,e.metric),e)))}function aa(e,{metrics:t}){if(t.length===0)return[];let n=[`metric`,`baseline`,`now`,`difference`,`interval`,`threshold`,`samples now`,`verdict`];return na(`Every metric`,r(`Every metric`,i(n,t.map(oa(e)),e=>e>0&&e<n.length-1)))}function oa(t){return({metric:n,baseline:r,now:i,difference:a,band:o,floor:s,verdict:c})=>[e(`span`,{title:t.metrics[n]?.definition},n),r?.text??`–`,i.text,a===``?`–`:a,o?.text??`–`,s?.text??`–`,i.range,c]}function sa(t){let n=new Map(t.cases.map((e,n)=>[e,ca(t,e,n)])),r=e(`div`,{},...n.values()),i=e(`p`,{hidden:!0},`No case is like that.`);return{part:e(`section`,{\"aria-labelledby\":`cases`},e(`h2`,{id:`cases`},`Cases`),i,r),show:e=>{r.replaceChildren(...e.flatMap(e=>n.get(e)??[])),i.hidden=e.length>0},open:e=>{let[,t]=[...n].find(([t])=>$r(t)===e)??[];return t!==void 0&&(t.open=!0,t.scrollIntoView(),t.querySelector(`summary`)?.focus({preventScroll:!0}),!0)}}}function ca(t,n,r){let i=e(`details`,{class:`fold`},e(`summary`,{},e(`span`,{class:`id`},n.id),` `,e(`span`,{class:`badge ${n.tone}`},n.verdicts.join(`, `))));return i.addEventListener(`toggle`,()=>{i.append(ta(t,n,r))},{once:!0}),i}let la=new Intl.Collator(`en`,{numeric:!0});function ua(t,n){let i=new Map(t.cases.map((e,t)=>[e,t])),a=[{title:`case`,key:({id:e})=>e,figure:!1},{title:`verdict`,key:e=>i.get(e),figure:!1},...t.columns.map((e,t)=>({title:e,key:({figures:e})=>e[t]?.value,figure:!0}))],o=new Map(t.cases.map(e=>[e,da(e)])),s=e(`tbody`),c=e(`p`,{class:`small`,role:`status`}),l=fa(t.cases,d),u=pa(a,d);function d(){let{column:e,descending:r}=u.chosen(),i=t.cases.filter(l.accepts);e!==void 0&&i.sort((t,n)=>ma(e.key(t),e.key(n),r)),s.replaceChildren(...i.flatMap(e=>o.get(e)??[])),c.textContent=`${i.length} of ${t.cases.length} cases`,n(i)}d();let f=e(`table`,{class:`overview`},e(`thead`,{},u.row),s);return e(`section`,{\"aria-labelledby\":`overview`},e(`h2`,{id:`overview`},`Overview`),l.form,c,r(`Overview of all cases`,f),e(`p`,{class:`small`},`Medians in MiB, bytes / 1024². A change is the settled reading after the measured iterations less the settled one before.`))}function da(t){return e(`tr`,{class:t.tone},e(`th`,{scope:`row`},e(`a`,{href:`#${$r(t)}`},t.id)),e(`td`,{},e(`span`,{class:`badge ${t.tone}`},t.verdicts.join(`, `))),...t.figures.map(t=>e(`td`,{class:`figure`},t?.text??`–`)))}function fa(t,n){let r=e(`input`,{id:`filter-text`,type:`search`,autocomplete:`off`}),i=[...new Set(t.flatMap(e=>e.verdicts))].sort(),a=e=>t.filter(t=>t.verdicts.includes(e)).length,o=e(`select`,{id:`filter-verdict`},e(`option`,{value:``},`all`),...i.map(t=>e(`option`,{value:t},`${t} (${a(t)})`)));return r.addEventListener(`input`,n),o.addEventListener(`change`,n),{form:e(`div`,{class:`filter`},e(`span`,{},e(`label`,{for:`filter-text`},`Case or description `),r),e(`span`,{},e(`label`,{for:`filter-verdict`},`Verdict `),o)),accepts:({id:e,description:t,verdicts:n})=>(o.value===``||n.includes(o.value))&&`${e}\\n${t}`.toLowerCase().includes(r.value.trim().toLowerCase())}}function pa(t,n){let r={column:void 0,descending:!1},i=t.map(t=>{let a=e(`button`,{type:`button`},t.title),o=e(`th`,{scope:`col`,class:t.figure?`figure`:void 0},a);return a.addEventListener(`click`,()=>{let e=r.column===t?!r.descending:t.figure;r={column:t,descending:e};for(let e of i)e.removeAttribute(`aria-sort`);o.setAttribute(`aria-sort`,e?`descending`:`ascending`),n()}),o});return{row:e(`tr`,{},...i),chosen:()=>r}}function ma(e,t,n){if(e===void 0||t===void 0)return Number(e===void 0)-Number(t===void 0);let r=typeof e==`number`&&typeof t==`number`?e-t:la.compare(String(e),String(t));return n?-r:r}let ha=document.getElementById(`report-data`)?.textContent;ha&&ga(JSON.parse(ha));function ga(t){let n=sa(t),r=bi(t);document.body.append(_a(t),e(`main`,{},yi(t),...r===void 0?[]:[r],ua(t,n.show),n.part)),addEventListener(`hashchange`,()=>n.open(location.hash.slice(1))),document.addEventListener(`click`,({target:e})=>{let t=e instanceof Element?e.closest(`a`):null;t!==null&&t.hash===location.hash&&n.open(t.hash.slice(1))}),n.open(location.hash.slice(1))}function _a({verdict:t,headline:n,compared:r}){let i=t===`pass`;return e(`header`,{},e(`p`,{class:`product`},`memory-bench`),e(`h1`,{},e(`span`,{class:`badge ${i?`good`:`bad`}`},i?`pass`:`fail`),` ${n}`),e(`p`,{},`${r}.`))}})();";
const pageScriptHash = "sha256-7+lNLQ3C9lb5Fk6x73pYqoPtdS54PNG7624wfDzyuu8=";
const pageStyle = ".uplot, .uplot *, .uplot *::before, .uplot *::after {box-sizing: border-box;}.uplot {font-family: system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\";line-height: 1.5;width: min-content;}.u-title {text-align: center;font-size: 18px;font-weight: bold;}.u-wrap {position: relative;user-select: none;}.u-over, .u-under {position: absolute;}.u-under {overflow: hidden;}.uplot canvas {display: block;position: relative;width: 100%;height: 100%;}.u-axis {position: absolute;}.u-legend {font-size: 14px;margin: auto;text-align: center;}.u-inline {display: block;}.u-inline * {display: inline-block;}.u-inline tr {margin-right: 16px;}.u-legend th {font-weight: 600;}.u-legend th > * {vertical-align: middle;display: inline-block;}.u-legend .u-marker {width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after {content: \":\";vertical-align: middle;}.u-inline:not(.u-live) .u-value {display: none;}.u-series > * {padding: 4px;}.u-series th {cursor: pointer;}.u-legend .u-off > * {opacity: 0.3;}.u-select {background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x, .u-cursor-y {position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x, .u-vt .u-cursor-y {height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y, .u-vt .u-cursor-x {width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt {position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;/*this has to be !important since we set inline \"background\" shorthand */background-clip: padding-box !important;}.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off {display: none;}\n:root { color-scheme: light dark; --page: #ffffff; --panel: #f6f8fa; --text: #1f2328; --muted: #57606a; --rule: #d0d7de; --grid: #d0d7de80; --shade: #0969da14; --link: #0550ae; --bad: #b3141e; --bad-page: #ffebe9; --uncertain: #7a4d00; --uncertain-page: #fff4d1; --good: #116329; --good-page: #dafbe1; --strong: #1f2328; --first: #0969da; --first-before: #8aa0b8; --second: #bc4c00; --second-before: #d8a987; --third: #6639ba; --third-before: #b3a3d1; --fourth: #1a7f37; --fourth-before: #8fbd9b; --own: #b6d8ff; --package: #ffd3a3; --node: #d5dae0; --whole: #e4dbfa; } @media (prefers-color-scheme: dark) { :root { --page: #0d1117; --panel: #161b22; --text: #e6edf3; --muted: #9ea7b3; --rule: #3d444d; --grid: #3d444d80; --shade: #388bfd26; --link: #79b8ff; --bad: #ff938a; --bad-page: #4c1b1f; --uncertain: #eac55f; --uncertain-page: #3d2f09; --good: #6fdd8b; --good-page: #12361f; --strong: #f0f6fc; --first: #58a6ff; --first-before: #6c7f95; --second: #f0883e; --second-before: #96684a; --third: #bc8cff; --third-before: #71588f; --fourth: #56d364; --fourth-before: #3f7a49; --own: #1d4a80; --package: #6e3f10; --node: #3d444d; --whole: #48386f; } } * { box-sizing: border-box; } body { margin: 0 auto; padding: 16px; max-width: 1320px; background: var(--page); color: var(--text); font: 15px / 1.5 system-ui, -apple-system, \"Segoe UI\", sans-serif; } h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; } h2 { margin: 32px 0 8px; font-size: 1.25rem; } h3 { margin: 24px 0 8px; font-size: 1.05rem; } p { margin: 6px 0; overflow-wrap: anywhere; } a { color: var(--link); } :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; } .product, .small, figcaption, .readout, .description { color: var(--muted); } .small, figcaption, .readout { font-size: 0.85rem; } .badge { display: inline-block; padding: 0 8px; border: 1px solid currentColor; border-radius: 10px; font-size: 0.8rem; font-weight: 600; line-height: 1.5; vertical-align: middle; white-space: nowrap; color: var(--muted); } .badge.bad { color: var(--bad); background: var(--bad-page); } .badge.uncertain { color: var(--uncertain); background: var(--uncertain-page); } .badge.good { color: var(--good); background: var(--good-page); } .findings { margin: 0; padding: 0; list-style: none; } .findings li { margin: 6px 0; padding: 4px 0 4px 10px; border-left: 3px solid var(--rule); overflow-wrap: anywhere; } .findings li.bad { border-color: var(--bad); } .findings li.uncertain { border-color: var(--uncertain); } .findings li.good { border-color: var(--good); } .findings .where { margin: 2px 0 0; padding-left: 18px; list-style: \"→ \"; } .findings .where li { margin: 0; padding: 0; border: 0; font-size: 0.9rem; } .what { white-space: pre-line; } .filter { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; } input, select, button { font: inherit; color: inherit; } input, select { max-width: 100%; padding: 4px 8px; border: 1px solid var(--muted); border-radius: 6px; background: var(--page); } .scroll { overflow-x: auto; border: 1px solid var(--rule); border-radius: 6px; } table { width: 100%; border-collapse: collapse; font-size: 0.87rem; } th, td { padding: 5px 8px; border-bottom: 1px solid var(--rule); text-align: left; white-space: nowrap; } tbody tr:last-child > * { border-bottom: 0; } thead { background: var(--panel); } th[scope=\"row\"] { font-weight: 500; } .figure { text-align: right; font-variant-numeric: tabular-nums; } .overview th[scope=\"row\"] { min-width: 9rem; max-width: 24rem; white-space: normal; overflow-wrap: anywhere; } th button { margin: 0; padding: 0; border: 0; background: none; font-weight: 600; cursor: pointer; } th button::after { content: \" ↕\"; color: var(--muted); } th[aria-sort=\"ascending\"] button::after { content: \" ↑\"; } th[aria-sort=\"descending\"] button::after { content: \" ↓\"; } .fold { margin: 8px 0; border: 1px solid var(--rule); border-radius: 6px; scroll-margin-top: 8px; } .fold > summary { padding: 8px 12px; background: var(--panel); border-radius: 6px; cursor: pointer; } .fold .id { font-weight: 600; overflow-wrap: anywhere; } .case { padding: 4px 12px 16px; } figure { margin: 0; } .chart { width: 100%; height: 260px; overflow: hidden; } .readout { min-height: 1.5em; font-variant-numeric: tabular-nums; } .key { display: inline-flex; align-items: center; gap: 8px; } .swatch { flex: none; width: 22px; border-top: 3px solid var(--first); } .swatch.dashed { border-top-style: dashed; } .swatch.first-before { border-color: var(--first-before); } .swatch.second { border-color: var(--second); } .swatch.second-before { border-color: var(--second-before); } .swatch.third { border-color: var(--third); } .swatch.third-before { border-color: var(--third-before); } .swatch.fourth { border-color: var(--fourth); } .swatch.fourth-before { border-color: var(--fourth-before); } .button { padding: 3px 10px; border: 1px solid var(--muted); border-radius: 6px; background: var(--panel); font-size: 0.85rem; cursor: pointer; } .button:disabled { border-color: var(--rule); color: var(--muted); cursor: default; } .button[aria-pressed=\"true\"] { border-color: var(--link); box-shadow: inset 0 0 0 1px var(--link); background: var(--page); font-weight: 600; } .choice, .tools, .legend { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; } .choice { gap: 6px; margin: 8px 0; } .tools { justify-content: space-between; margin-bottom: 4px; } .patch { width: 14px; height: 14px; border: 1px solid var(--muted); border-radius: 2px; } .flame { position: relative; overflow: hidden; } .bar { position: absolute; container-type: inline-size; height: 21px; margin: 0; padding: 0; border: 0; border-radius: 2px; overflow: hidden; font-size: 0.78rem; line-height: 21px; text-align: left; cursor: pointer; } .bar span { display: block; padding: 0 5px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } @container (max-width: 38px) { .bar span { display: none; } } .bar:hover, .bar:focus-visible { outline: 2px solid var(--strong); outline-offset: -2px; } .bar.above { font-style: italic; } .bar.own, .patch.own { background: var(--own); } .bar.package, .patch.package { background: var(--package); } .bar.node, .patch.node { background: var(--node); } .bar.whole, .patch.whole { background: var(--whole); } table.sites th[scope=\"row\"], table.sites td:nth-last-child(-n + 2) { min-width: 7rem; max-width: 26rem; white-space: normal; overflow-wrap: break-word; } .strip-row { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); gap: 4px 12px; align-items: center; margin: 8px 0; } .strip { display: block; width: 100%; background: var(--panel); border-radius: 4px; } .strip .none { fill: var(--muted); fill-opacity: 0.18; } .strip .band, .strip .median { stroke: var(--text); stroke-width: 1.5; } .strip line.baseline { stroke: var(--first-before); } .strip line.now { stroke: var(--first); } .strip circle.baseline { fill: var(--first-before); fill-opacity: 0.75; } .strip circle.now { fill: var(--first); fill-opacity: 0.75; } .strip .budget { stroke: var(--muted); stroke-width: 2; stroke-dasharray: 4 3; } .strip .budget.exceeded { stroke: var(--bad); } .strip .first { fill: var(--first); } .strip .second { fill: var(--second); } .strip .third { fill: var(--third); } .strip .fourth { fill: var(--fourth); } .strip.before { opacity: 0.6; } .keys { display: flex; flex-wrap: wrap; gap: 4px 16px; } .place { display: inline-block; min-width: 12rem; white-space: normal; overflow-wrap: anywhere; } .ends { display: flex; justify-content: space-between; color: var(--muted); font-size: 0.75rem; } .error { color: var(--bad); white-space: pre-wrap; } pre { max-height: 20rem; overflow: auto; padding: 8px; background: var(--panel); border-radius: 6px; font-size: 0.8rem; } @media (max-width: 600px) { body { padding: 10px; } .strip-row { grid-template-columns: minmax(0, 1fr); } th .key { max-width: 9rem; white-space: normal; } table.sites td:nth-last-child(-n + 2) { min-width: 14rem; } }";
const pageStyleHash = "sha256-kK/0Vzka/oq07KUbt6hpWkP1crLcsc4c/oFChnXzDGU=";
//# sourceMappingURL=page-assets.js.map
// EXTERNAL MODULE: ./lib/src/results/metrics.js
var metrics = __webpack_require__(98954);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(33330);
// EXTERNAL MODULE: ./lib/src/report/finding-list.js
var finding_list = __webpack_require__(38469);
// EXTERNAL MODULE: ./lib/src/report/findings.js
var report_findings = __webpack_require__(94883);
// EXTERNAL MODULE: ./lib/src/report/section.js + 6 modules
var section = __webpack_require__(35957);
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__(86965);
// EXTERNAL MODULE: ./lib/src/report/allocations-table.js
var allocations_table = __webpack_require__(47235);
// EXTERNAL MODULE: ./lib/src/report/where.js
var where = __webpack_require__(14942);
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
            // Of one call of `run`: in MiB most would be next to nothing.
            size: bytes === undefined ? '–' : `${rounded(bytes / 1024).toFixed(1)} KiB`,
        };
    });
    return { compared, rows };
}
//# sourceMappingURL=allocations-data.js.map
// EXTERNAL MODULE: ./lib/src/compare/judge-metric.js + 4 modules
var judge_metric = __webpack_require__(54262);
// EXTERNAL MODULE: ./lib/src/results/mebibytes.js
var mebibytes = __webpack_require__(30721);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
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
                after: figure(values.at(-1)),
                baseline: before === undefined ? '' : figure(before[column].at(-1)),
            };
        }),
    };
}
function medianReadings(result) {
    const told = (0,judge_metric/* measuredIn */.oS)(result)
        .flatMap(({ qdrantMemory }) => qdrantMemory === undefined || qdrantMemory.atIteration.length === 0 ? [] : [qdrantMemory])
        .sort((a, b) => (a.allocatedBytes.at(-1) ?? 0) - (b.allocatedBytes.at(-1) ?? 0));
    return told[Math.floor((told.length - 1) / 2)];
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
        return { profiler: 'not profiled', summary: (0,report_escape/* shownText */.f$)(finding.message, 500), profile: '', stacks: [] };
    }
    const { now, baseline } = finding;
    return {
        profiler: now.profiler,
        summary: (0,report_native/* nativeSummary */.ci)(now, baseline),
        profile: (0,report_escape/* shownText */.f$)(now.profile),
        stacks: [
            ...(0,report_native/* linesOf */.Dx)(now, mostStacks).map(({ what, bytes, calls }) => stackOf(what, (0,report_native/* bytesWords */.Bc)(bytes), calls)),
            ...busiest(now),
        ],
    };
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
/** Beyond it a document is made up. */
const mostBytes = 1e15;
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
/** Sites of some KiB stand beside others of many MiB. */
function amount(given) {
    const bytes = Math.max(-mostBytes, Math.min(mostBytes, given));
    return Math.abs(bytes) < mebibytes/* bytesPerMebibyte */._ ? `${(bytes / 1024).toFixed(1)} KiB` : `${(0,mebibytes/* mebibytes */.j)(bytes).toFixed(1)} MiB`;
}
function signed(bytes) {
    if (bytes === 0)
        return '0';
    return bytes > 0 ? `+${amount(bytes)}` : amount(bytes);
}
function framesOf(frames) {
    const paths = [...new Set(frames.map(({ file }) => file))];
    return {
        files: paths.map((file) => ({ owner: ownerOf({ file }), path: (0,report_escape/* shownText */.f$)(file, sites_data_longestPlace) })),
        function: frames.map(nameOf),
        file: frames.map(({ file }) => paths.indexOf(file)),
        line: frames.map(({ line }) => line),
    };
}
/** Depth by depth as the document has it: its schema holds it to a tree. */
function callData({ depth, frame, bytes }) {
    return { depth, frame, bytes: bytes.map((own) => Math.round(Math.min(mostBytes, own))) };
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
    if (now === undefined)
        return undefined;
    return {
        subject: isCommand(result) ? 'processes' : 'worker',
        now: timelineData(now),
        baseline: before && timelineData(before),
    };
}
function isCommand(result) {
    return (result?.samples.some((sample) => sample.status === 'measured' && sample.metrics.tree_peak_mb !== undefined) ?? false);
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
function toneOf({ verdict, breaches, leak, expected }) {
    if (verdict === 'regression' || verdict === 'failed' || breaches.length > 0 || leak?.verdict === 'leak')
        return 'bad';
    if (verdict === 'missing')
        return expected ? 'bad' : 'neutral';
    if (verdict === 'inconclusive' || leak?.verdict === 'ratchet' || leak?.verdict === 'suspected')
        return 'uncertain';
    return verdict === 'improvement' ? 'good' : 'neutral';
}
function remarksOf({ reason, unchecked }) {
    return [
        ...(reason === undefined ? [] : [(0,report_escape/* shownText */.f$)(reason, 300)]),
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
// EXTERNAL MODULE: ./lib/src/results/schema.js + 3 modules
var schema = __webpack_require__(45629);
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
        verdict: comparison.verdict,
        headline: (0,summary/* headline */.Pl)(comparison),
        compared: (0,report_escape/* shownText */.f$)((0,summary/* comparedWith */.o3)(comparison), 500),
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
    return [...reasons, ...(longer === '' ? [] : [longer])].map((note) => (0,report_escape/* shownText */.f$)(note, longestNote));
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
