export const id = 508;
export const ids = [508];
export const modules = {

/***/ 73508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml)
});

// UNUSED EXPORTS: embeddedJson, escapeHtml

;// CONCATENATED MODULE: ./lib/src/report/html/page-assets.js
// Made by `npm run generate` from page/ and uPlot.
const pageScript = "/* Contains uPlot 1.6.32, MIT:\nThe MIT License (MIT)\n\nCopyright (c) 2022 Leon Sorokin\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the \"Software\"), to deal\nin the Software without restriction, including without limitation the rights\nto use, copy, modify, merge, publish, distribute, sublicense, and/or sell\ncopies of the Software, and to permit persons to whom the Software is\nfurnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in\nall copies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\nIMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,\nFITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\nAUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\nLIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,\nOUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN\nTHE SOFTWARE.\n*/\n(function(){function e(e,t={},...r){let i=document.createElement(e);return n(i,t),i.append(...r),i}function t(e,t={},...r){let i=document.createElementNS(`http://www.w3.org/2000/svg`,e);return n(i,t),i.append(...r),i}function n(e,t){for(let[n,r]of Object.entries(t))r!==void 0&&r!==!1&&e.setAttribute(n,r===!0?``:String(r))}function r(t,n){return e(`div`,{class:`scroll`,role:`group`,\"aria-label\":t,tabindex:0},n)}function i(t,n,r=()=>!1){let i=e=>({class:r(e)?`figure`:void 0}),a=t.map((t,n)=>e(`th`,{scope:`col`,...i(n)},t)),o=n.map(t=>e(`tr`,{},...t.map((t,n)=>n===0?e(`th`,{scope:`row`},t):e(`td`,i(n),t))));return e(`table`,{},e(`thead`,{},e(`tr`,{},...a)),e(`tbody`,{},...o))}function a(e,t,n){let r=n>=50?0:n>=5?1:n>=.5?2:3;return`${e.toFixed(r)}${t===``?``:` ${t}`}`}function o(e,t){return e.metrics[t]?.title??t}function s(e,t){return e.metrics[t]?.unit??``}function c({id:e}){return`case=${encodeURIComponent(e)}`}let l={cold:`cold iteration`,warmup:`warm-ups`,measure:`measured iterations`};function u(e){return Object.hasOwn(l,e)?l[e]??e:e}let d={baseline:13,now:33};function f(n,r,i){let{now:o,baseline:s,band:c,floor:l,budget:u}=i,f=s?.median,h=[...o.values,...s?.values??[],...f===void 0||c===void 0?[]:[f+c.lower,f+c.upper],...f===void 0||l===void 0?[]:[f-l.value,f+l.value],...u===void 0?[]:[u.value]],g=Math.min(...h),_=Math.max(...h)-g||Math.abs(g)/10||1,[v,y]=[g-_*.04,g+_*1.04],b=e=>`${(100*(e-v)/(y-v)).toFixed(2)}%`,x=e=>a(e,r,_),S=t(`svg`,{class:`strip`,height:46,role:`img`,\"aria-label\":m(n,i)});if(f!==void 0&&l!==void 0){let e=`${(200*l.value/(y-v)).toFixed(2)}%`;S.append(t(`rect`,{class:`none`,x:b(f-l.value),y:0,width:e,height:46}))}if(f!==void 0&&c!==void 0){let[e,n,r]=[b(f+c.lower),b(f+c.upper),23];S.append(t(`line`,{class:`band`,x1:e,x2:n,y1:r,y2:r}));for(let i of[e,n])S.append(t(`line`,{class:`band`,x1:i,x2:i,y1:r-4,y2:r+4}))}for(let e of[`baseline`,`now`]){let n=d[e],r=i[e];if(r===void 0)continue;let a=b(r.median);S.append(t(`line`,{class:`median ${e}`,x1:a,x2:a,y1:n-9,y2:n+9}));for(let i of r.values){let r=t(`circle`,{class:e,cx:b(i),cy:n,r:4.5});r.append(t(`title`,{},`${e} ${x(i)}`)),S.append(r)}}if(u!==void 0){let e=b(u.value);S.append(t(`line`,{class:`budget`,x1:e,x2:e,y1:0,y2:46}))}let C=e(`div`,{class:`ends`,\"aria-hidden\":`true`});return C.append(e(`span`,{},x(v)),e(`span`,{},x(y))),e(`div`,{class:`strip-row`},p(n,i),e(`div`,{},S,C))}function p(t,{verdict:n,difference:r}){let i=[r,n].filter(e=>e!==``).join(`, `);return e(`div`,{},e(`strong`,{},t),` `,e(`span`,{class:`small`},i))}function m(e,{now:t,baseline:n,difference:r,band:i,floor:a,budget:o,verdict:s}){return[`${e}: now ${t.text} (${t.values.length} samples, ${t.range})`,n===void 0?`no baseline`:`baseline ${n.text} (${n.values.length} samples, ${n.range})`,r===``?``:`difference ${r}`,i===void 0?``:`interval ${i.text}`,a===void 0?``:`threshold ${a.text}`,o===void 0?``:`budget ${o.text}, exceeded`,s].filter(e=>e!==``).join(`; `)}function h({tone:t,kind:n,caseId:r,what:i,detail:a},o=!1){let s=o?[e(`a`,{href:`#${c({id:r})}`},r),` `]:[];return e(`li`,{class:t},e(`span`,{class:`badge ${t}`},n),` `,...s,e(`span`,{class:`what`},i),...a===``?[]:[` `,e(`span`,{class:`small`},a)])}function g({findings:t}){let n=t.map(e=>h(e,!0)),r=t=>e(`ul`,{class:`findings`},...t),i=n.slice(12);return e(`section`,{\"aria-labelledby\":`findings`},e(`h2`,{id:`findings`},`Findings`),n.length===0?e(`p`,{},`Nothing to tell.`):r(n.slice(0,12)),...i.length===0?[]:[e(`details`,{},e(`summary`,{},`${i.length} more`),r(i))])}function _({changes:t,notes:n}){if(t.length===0&&n.length===0)return;let r=t.slice(8);return e(`section`,{\"aria-labelledby\":`changes`},e(`h2`,{id:`changes`},`What else differs`),...n.map(t=>e(`p`,{},t)),...t.length===0?[]:[v(`What differs`,t.slice(0,8))],...r.length===0?[]:[e(`details`,{},e(`summary`,{},`${r.length} more`),v(`What else differs`,r))])}function v(e,t){return r(e,i([`name`,`baseline`,`now`,`kind`],t.map(({name:e,baseline:t,now:n,kind:r})=>[e,t,n,r])))}function y({label:t,colour:n,dash:r}){return e(`span`,{class:`key`},e(`span`,{class:`swatch ${n}${r===void 0?``:` dashed`}`,\"aria-hidden\":`true`}),t)}let b=`u-off`,x=`u-label`,S=`width`,C=`height`,w=`bottom`,T=`left`,E=`right`,D=`#000`,ee=`#0000`,te=`mousemove`,ne=`mousedown`,re=`mouseup`,ie=`mouseenter`,ae=`mouseleave`,oe=`dblclick`,se=`change`,ce=`dppxchange`,O=typeof window<`u`,le=O?document:null,ue=O?window:null,de=O?navigator:null,k,fe;function pe(){let e=devicePixelRatio;k!=e&&(k=e,fe&&Te(se,fe,pe),fe=matchMedia(`(min-resolution: ${k-.001}dppx) and (max-resolution: ${k+.001}dppx)`),we(se,fe,pe),ue.dispatchEvent(new CustomEvent(ce)))}function A(e,t){if(t!=null){let n=e.classList;!n.contains(t)&&n.add(t)}}function me(e,t){let n=e.classList;n.contains(t)&&n.remove(t)}function j(e,t,n){e.style[t]=n+`px`}function he(e,t,n,r){let i=le.createElement(e);return t!=null&&A(i,t),n?.insertBefore(i,r),i}function ge(e,t){return he(`div`,e,t)}let _e=/* @__PURE__ */ new WeakMap;function ve(e,t,n,r,i){let a=`translate(`+t+`px,`+n+`px)`;a!=_e.get(e)&&(e.style.transform=a,_e.set(e,a),t<0||n<0||t>r||n>i?A(e,b):me(e,b))}let M=/* @__PURE__ */ new WeakMap;function ye(e,t,n){let r=t+n;r!=M.get(e)&&(M.set(e,r),e.style.background=t,e.style.borderColor=n)}let be=/* @__PURE__ */ new WeakMap;function xe(e,t,n,r){let i=t+``+n;i!=be.get(e)&&(be.set(e,i),e.style.height=n+`px`,e.style.width=t+`px`,e.style.marginLeft=r?-t/2+`px`:0,e.style.marginTop=r?-n/2+`px`:0)}let Se={passive:!0},Ce={...Se,capture:!0};function we(e,t,n,r){t.addEventListener(e,n,r?Ce:Se)}function Te(e,t,n,r){t.removeEventListener(e,n,Se)}O&&pe();function Ee(e,t,n,r){let i;n||=0,r||=t.length-1;let a=r<=2147483647;for(;r-n>1;)i=a?n+r>>1:z((n+r)/2),t[i]<e?n=i:r=i;return e-t[n]<=t[r]-e?n:r}function N(e){return(t,n,r)=>{let i=-1,a=-1;for(let a=n;a<=r;a++)if(e(t[a])){i=a;break}for(let i=r;i>=n;i--)if(e(t[i])){a=i;break}return[i,a]}}let De=e=>e!=null,Oe=e=>e!=null&&e>0,ke=N(De),Ae=N(Oe);function je(e,t,n,r=0,i=!1){let a=i?Ae:ke,o=i?Oe:De;[t,n]=a(e,t,n);let s=e[t],c=e[t];if(t>-1){if(r==1)s=e[t],c=e[n];else if(r==-1)s=e[n],c=e[t];else for(let r=t;r<=n;r++){let t=e[r];o(t)&&(t<s?s=t:t>c&&(c=t))}}return[s??V,c??-V]}function Me(e,t,n,r){let i=Ke(e),a=Ke(t);e==t&&(i==-1?(e*=n,t/=n):(e/=n,t*=n));let o=n==10?qe:Je,s=i==1?z:He,c=a==1?He:z,l=s(o(R(e))),u=c(o(R(t))),d=Ge(n,l),f=Ge(n,u);return n==10&&(l<0&&(d=U(d,-l)),u<0&&(f=U(f,-u))),r||n==2?(e=d*i,t=f*a):(e=ut(e,d),t=lt(t,f)),[e,t]}function Ne(e,t,n,r){let i=Me(e,t,n,r);return e==0&&(i[0]=0),t==0&&(i[1]=0),i}let Pe=.1,Fe={mode:3,pad:Pe},Ie={pad:0,soft:null,mode:0},Le={min:Ie,max:Ie};function Re(e,t,n,r){return xt(n)?F(e,t,n):(Ie.pad=n,Ie.soft=r?0:null,Ie.mode=r?3:0,F(e,t,Le))}function P(e,t){return e??t}function ze(e,t,n){for(t=P(t,0),n=P(n,e.length-1);t<=n;){if(e[t]!=null)return!0;t++}return!1}function F(e,t,n){let r=n.min,i=n.max,a=P(r.pad,0),o=P(i.pad,0),s=P(r.hard,-V),c=P(i.hard,V),l=P(r.soft,V),u=P(i.soft,-V),d=P(r.mode,0),f=P(i.mode,0),p=t-e,m=qe(p),h=We(R(e),R(t)),g=qe(h),_=R(g-m);(p<1e-24||_>10)&&(p=0,(e==0||t==0)&&(p=1e-24,d==2&&l!=V&&(a=0),f==2&&u!=-V&&(o=0)));let v=p||h||1e3,y=qe(v),b=Ge(10,z(y)),x=U(ut(e-v*(p==0?e==0?.1:1:a),b/10),24),S=e>=l&&(d==1||d==3&&x<=l||d==2&&x>=l)?l:V,C=We(s,x<S&&e>=S?S:Ue(S,x)),w=U(lt(t+v*(p==0?t==0?.1:1:o),b/10),24),T=t<=u&&(f==1||f==3&&w>=u||f==2&&w<=u)?u:-V,E=Ue(c,w>T&&t<=T?T:We(T,w));return C==E&&C==0&&(E=100),[C,E]}let I=new Intl.NumberFormat(O?de.language:`en-US`),Be=e=>I.format(e),L=Math,Ve=L.PI,R=L.abs,z=L.floor,B=L.round,He=L.ceil,Ue=L.min,We=L.max,Ge=L.pow,Ke=L.sign,qe=L.log10,Je=L.log2,Ye=(e,t=1)=>L.sinh(e)*t,Xe=(e,t=1)=>L.asinh(e/t),V=1/0;function Ze(e){return(qe((e^e>>31)-(e>>31))|0)+1}function Qe(e,t,n){return Ue(We(e,t),n)}function $e(e){return typeof e==`function`}function H(e){return $e(e)?e:()=>e}let et=()=>{},tt=e=>e,nt=(e,t)=>t,rt=e=>null,it=e=>!0,at=(e,t)=>e==t,ot=/\\.\\d*?(?=9{6,}|0{6,})/gm,st=e=>{if(vt(e)||dt.has(e))return e;let t=`${e}`,n=t.match(ot);if(n==null)return e;let r=n[0].length-1;if(t.indexOf(`e-`)!=-1){let[e,n]=t.split(`e`);return+`${st(e)}e${n}`}return U(e,r)};function ct(e,t){return st(U(st(e/t))*t)}function lt(e,t){return st(He(st(e/t))*t)}function ut(e,t){return st(z(st(e/t))*t)}function U(e,t=0){if(vt(e))return e;let n=10**t,r=e*n*(1+2**-52);return B(r)/n}let dt=/* @__PURE__ */ new Map;function ft(e){return((``+e).split(`.`)[1]||``).length}function pt(e,t,n,r){let i=[],a=r.map(ft);for(let o=t;o<n;o++){let t=R(o),n=U(Ge(e,o),t);for(let s=0;s<r.length;s++){let c=e==10?+`${r[s]}e${o}`:r[s]*n,l=(o>=0?0:t)+(o>=a[s]?0:a[s]),u=e==10?c:U(c,l);i.push(u),dt.set(u,l)}}return i}let mt={},ht=[],gt=[null,null],_t=Array.isArray,vt=Number.isInteger,yt=e=>e===void 0;function bt(e){return typeof e==`string`}function xt(e){let t=!1;if(e!=null){let n=e.constructor;t=n==null||n==Object}return t}function St(e){return typeof e==`object`&&!!e}let Ct=Object.getPrototypeOf(Uint8Array),wt=`__proto__`;function Tt(e,t=xt){let n;if(_t(e)){let r=e.find(e=>e!=null);if(_t(r)||t(r)){n=Array(e.length);for(let r=0;r<e.length;r++)n[r]=Tt(e[r],t)}else n=e.slice()}else if(e instanceof Ct)n=e.slice();else if(t(e)){n={};for(let r in e)r!=wt&&(n[r]=Tt(e[r],t))}else n=e;return n}function W(e){let t=arguments;for(let n=1;n<t.length;n++){let r=t[n];for(let t in r)t!=wt&&(xt(e[t])?W(e[t],Tt(r[t])):e[t]=Tt(r[t]))}return e}function Et(e,t,n){for(let r=0,i,a=-1;r<t.length;r++){let o=t[r];if(o>a){for(i=o-1;i>=0&&e[i]==null;)e[i--]=null;for(i=o+1;i<n&&e[i]==null;)e[a=i++]=null}}}function Dt(e,t){if(At(e)){let t=e[0].slice();for(let n=1;n<e.length;n++)t.push(...e[n].slice(1));return G(t[0])||(t=kt(t)),t}let n=/* @__PURE__ */ new Set;for(let t=0;t<e.length;t++){let r=e[t][0],i=r.length;for(let e=0;e<i;e++)n.add(r[e])}let r=[Array.from(n).sort((e,t)=>e-t)],i=r[0].length,a=/* @__PURE__ */ new Map;for(let e=0;e<i;e++)a.set(r[0][e],e);for(let n=0;n<e.length;n++){let o=e[n],s=o[0];for(let e=1;e<o.length;e++){let c=o[e],l=Array(i).fill(void 0),u=t?t[n][e]:1,d=[];for(let e=0;e<c.length;e++){let t=c[e],n=a.get(s[e]);t===null?u!=0&&(l[n]=t,u==2&&d.push(n)):l[n]=t}Et(l,d,i),r.push(l)}}return r}let Ot=typeof queueMicrotask>`u`?e=>Promise.resolve().then(e):queueMicrotask;function kt(e){let t=e[0],n=t.length,r=Array(n);for(let e=0;e<r.length;e++)r[e]=e;r.sort((e,n)=>t[e]-t[n]);let i=[];for(let t=0;t<e.length;t++){let a=e[t],o=Array(n);for(let e=0;e<n;e++)o[e]=a[r[e]];i.push(o)}return i}function At(e){let t=e[0][0],n=t.length;for(let r=1;r<e.length;r++){let i=e[r][0];if(i.length!=n)return!1;if(i!=t){for(let e=0;e<n;e++)if(i[e]!=t[e])return!1}}return!0}function G(e,t=100){let n=e.length;if(n<=1)return!0;let r=0,i=n-1;for(;r<=i&&e[r]==null;)r++;for(;i>=r&&e[i]==null;)i--;if(i<=r)return!0;let a=We(1,z((i-r+1)/t));for(let t=e[r],n=r+a;n<=i;n+=a){let r=e[n];if(r!=null){if(r<=t)return!1;t=r}}return!0}let K=[`January`,`February`,`March`,`April`,`May`,`June`,`July`,`August`,`September`,`October`,`November`,`December`],jt=[`Sunday`,`Monday`,`Tuesday`,`Wednesday`,`Thursday`,`Friday`,`Saturday`];function Mt(e){return e.slice(0,3)}let Nt=jt.map(Mt),Pt={MMMM:K,MMM:K.map(Mt),WWWW:jt,WWW:Nt};function Ft(e){return(e<10?`0`:``)+e}function It(e){return(e<10?`00`:e<100?`0`:``)+e}let Lt={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+``).slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>Ft(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>Ft(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>Ft(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?`PM`:`AM`,aa:e=>e.getHours()>=12?`pm`:`am`,a:e=>e.getHours()>=12?`p`:`a`,mm:e=>Ft(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>Ft(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>It(e.getMilliseconds())};function Rt(e,t){t||=Pt;let n=[],r=/\\{([a-z]+)\\}|[^{]+/gi,i;for(;i=r.exec(e);)n.push(i[0][0]==`{`?Lt[i[1]]:i[0]);return e=>{let r=``;for(let i=0;i<n.length;i++)r+=typeof n[i]==`string`?n[i]:n[i](e,t);return r}}let zt=new Intl.DateTimeFormat().resolvedOptions().timeZone;function Bt(e,t){let n;return t==`UTC`||t==`Etc/UTC`?n=/* @__PURE__ */ new Date(+e+e.getTimezoneOffset()*6e4):t==zt?n=e:(n=new Date(e.toLocaleString(`en-US`,{timeZone:t})),n.setMilliseconds(e.getMilliseconds())),n}let Vt=e=>e%1==0,Ht=[1,2,2.5,5],Ut=pt(10,-32,0,Ht),Wt=pt(10,0,32,Ht),Gt=Wt.filter(Vt),Kt=Ut.concat(Wt),qt=`{YYYY}`,Jt=`\n`+qt,Yt=`{M}/{D}`,Xt=`\n`+Yt,Zt=Xt+`/{YY}`,Qt=`{aa}`,$t=`{h}:{mm}`+Qt,en=`\n`+$t,tn=`:{ss}`;function nn(e){let t=e*1e3,n=t*60,r=n*60,i=r*24,a=i*30,o=i*365,s=(e==1?pt(10,0,3,Ht).filter(Vt):pt(10,-3,0,Ht)).concat([t,t*5,t*10,t*15,t*30,n,n*5,n*10,n*15,n*30,r,r*2,r*3,r*4,r*6,r*8,r*12,i,i*2,i*3,i*4,i*5,i*6,i*7,i*8,i*9,i*10,i*15,a,a*2,a*3,a*4,a*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,qt,null,null,null,null,null,null,1],[i*28,`{MMM}`,Jt,null,null,null,null,null,1],[i,Yt,Jt,null,null,null,null,null,1],[r,`{h}`+Qt,Zt,null,Xt,null,null,null,1],[n,$t,Zt,null,Xt,null,null,null,1],[t,tn,Zt+` `+$t,null,Xt+` `+$t,null,en,null,1],[e,tn+`.{fff}`,Zt+` `+$t,null,Xt+` `+$t,null,en,null,1]];function l(t){return(s,c,l,u,d,f)=>{let p=[],m=d>=o,h=d>=a&&d<o,g=t(l),_=U(g*e,3),v=q(g.getFullYear(),m?0:g.getMonth(),h||m?1:g.getDate()),y=U(v*e,3);if(h||m){let n=h?d/a:0,r=m?d/o:0,i=_==y?_:U(q(v.getFullYear()+r,v.getMonth()+n,1)*e,3),s=new Date(B(i/e)),c=s.getFullYear(),l=s.getMonth();for(let a=0;i<=u;a++){let o=q(c+r*a,l+n*a,1),s=o-t(U(o*e,3));i=U((+o+s)*e,3),i<=u&&p.push(i)}}else{let a=d>=i?i:d,o=y+(z(l)-z(_))+lt(_-y,a);p.push(o);let m=t(o),h=m.getHours()+m.getMinutes()/n+m.getSeconds()/r,g=d/r,v=f/s.axes[c]._space;for(;o=U(o+d,e==1?0:3),!(o>u);)if(g>1){let e=z(U(h+g,6))%24,n=t(o).getHours()-e;n>1&&(n=-1),o-=n*r,h=(h+g)%24;let i=p[p.length-1];U((o-i)/d,3)*v>=.7&&p.push(o)}else p.push(o)}return p}}return[s,c,l]}let[rn,an,on]=nn(1),[sn,cn,ln]=nn(.001);pt(2,-53,53,[1]);function un(e,t){return e.map(e=>e.map((n,r)=>r==0||r==8||n==null?n:t(r==1||e[8]==0?n:e[1]+n)))}function dn(e,t){return(n,r,i,a,o)=>{let s=t.find(e=>o>=e[0])||t[t.length-1],c,l,u,d,f,p;return r.map(t=>{let n=e(t),r=n.getFullYear(),i=n.getMonth(),a=n.getDate(),o=n.getHours(),m=n.getMinutes(),h=n.getSeconds(),g=r!=c&&s[2]||i!=l&&s[3]||a!=u&&s[4]||o!=d&&s[5]||m!=f&&s[6]||h!=p&&s[7]||s[1];return c=r,l=i,u=a,d=o,f=m,p=h,g(n)})}}function fn(e,t){let n=Rt(t);return(t,r,i,a,o)=>r.map(t=>n(e(t)))}function q(e,t,n){return new Date(e,t,n)}function pn(e,t){return t(e)}function mn(e,t){return(n,r,i,a)=>a==null?`--`:t(e(r))}function hn(e,t){let n=e.series[t];return n.width?n.stroke(e,t):n.points.width?n.points.stroke(e,t):null}function gn(e,t){return e.series[t].fill(e,t)}let _n={show:!0,live:!0,isolate:!1,mount:et,markers:{show:!0,width:2,stroke:hn,fill:gn,dash:`solid`},idx:null,idxs:null,values:[]};function vn(e,t){let n=e.cursor.points,r=ge(),i=n.size(e,t);j(r,S,i),j(r,C,i);let a=i/-2;j(r,`marginLeft`,a),j(r,`marginTop`,a);let o=n.width(e,t,i);return o&&j(r,`borderWidth`,o),r}function yn(e,t){let n=e.series[t].points;return n._fill||n._stroke}function bn(e,t){let n=e.series[t].points;return n._stroke||n._fill}function xn(e,t){return e.series[t].points.size}let Sn=[0,0];function Cn(e,t,n){return Sn[0]=t,Sn[1]=n,Sn}function wn(e,t,n,r=!0){return e=>{e.button!=0||r&&e.target!=t||n(e)}}function Tn(e,t,n,r=!0){return e=>{r&&e.target!=t||n(e)}}let En={show:!0,x:!0,y:!0,lock:!1,move:Cn,points:{one:!1,show:vn,size:xn,width:0,stroke:bn,fill:yn},bind:{mousedown:wn,mouseup:wn,click:wn,dblclick:wn,mousemove:Tn,mouseleave:Tn,mouseenter:Tn},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,n,r,i)=>r-i,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},Dn={show:!0,stroke:`rgba(0,0,0,0.07)`,width:2},On=W({},Dn,{filter:nt}),kn=W({},On,{size:10}),An=W({},Dn,{show:!1}),jn=`12px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\"`,Mn=`bold `+jn,J=1.5,Nn={show:!0,scale:`x`,stroke:D,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Mn,side:2,grid:On,ticks:kn,border:An,font:jn,lineGap:J,rotate:0},Pn={show:!0,scale:`x`,auto:!1,sorted:1,min:V,max:-1/0,idxs:[]};function Fn(e,t,n,r,i){return t.map(e=>e==null?``:Be(e))}function In(e,t,n,r,i,a,o){let s=[],c=dt.get(i)||0;n=o?n:U(lt(n,i),c);for(let e=n;e<=r;e=U(e+i,c))s.push(Object.is(e,-0)?0:e);return s}function Ln(e,t,n,r,i,a,o){let s=[],c=e.scales[e.axes[t].scale].log,l=z((c==10?qe:Je)(n));i=Ge(c,l),c==10&&(i=Kt[Ee(i,Kt)]);let u=n,d=i*c;c==10&&(d=Kt[Ee(d,Kt)]);do s.push(u),u+=i,c==10&&!dt.has(u)&&(u=U(u,dt.get(i))),u>=d&&(i=u,d=i*c,c==10&&(d=Kt[Ee(d,Kt)]));while(u<=r);return s}function Rn(e,t,n,r,i,a,o){let s=e.scales[e.axes[t].scale].asinh,c=r>s?Ln(e,t,We(s,n),r,i):[s],l=r>=0&&n<=0?[0]:[];return(n<-s?Ln(e,t,We(s,-r),-n,i):[s]).reverse().map(e=>-e).concat(l,c)}let Y=/./,zn=/[12357]/,Bn=/[125]/,Vn=/1/,Hn=(e,t,n,r)=>e.map((e,i)=>t==4&&e==0||i%r==0&&n.test(e.toExponential()[+(e<0)])?e:null);function Un(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=e.scales[o],c=e.valToPos,l=a._space,u=c(10,o),d=c(9,o)-u>=l?Y:c(7,o)-u>=l?zn:c(5,o)-u>=l?Bn:Vn;if(d==Vn){let e=R(c(1,o)-u);if(e<l)return Hn(t.slice().reverse(),s.distr,d,He(l/e)).reverse()}return Hn(t,s.distr,d,1)}function Wn(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=a._space,c=e.valToPos,l=R(c(1,o)-c(2,o));return l<s?Hn(t.slice().reverse(),3,Y,He(s/l)).reverse():t}function Gn(e,t,n,r){return r==null?`--`:t==null?``:Be(t)}let Kn={show:!0,scale:`y`,stroke:D,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Mn,side:3,grid:On,ticks:kn,border:An,font:jn,lineGap:J,rotate:0};function qn(e,t){return U((3+(e||1)*2)*t,3)}function Jn(e,t){let{scale:n,idxs:r}=e.series[0],i=e._data[0],a=e.valToPos(i[r[0]],n,!0),o=e.valToPos(i[r[1]],n,!0),s=R(o-a)/(e.series[t].points.space*k);return r[1]-r[0]<=s}let Yn={scale:null,auto:!0,sorted:0,min:V,max:-1/0},Xn=(e,t,n,r,i)=>i,Zn={show:!0,auto:!0,sorted:0,gaps:Xn,alpha:1,facets:[W({},Yn,{scale:`x`}),W({},Yn,{scale:`y`})]},Qn={scale:`y`,auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:Xn,alpha:1,points:{show:Jn,filter:null},values:null,min:V,max:-1/0,idxs:[],path:null,clip:null};function $n(e,t,n,r,i){return n/10}let er={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},tr=W({},er,{time:!1,ori:1}),nr={};function rr(e,t){let n=nr[e];return n||(n={key:e,plots:[],sub(e){n.plots.push(e)},unsub(e){n.plots=n.plots.filter(t=>t!=e)},pub(e,t,r,i,a,o,s){for(let c=0;c<n.plots.length;c++)n.plots[c]!=t&&n.plots[c].pub(e,t,r,i,a,o,s)}},e!=null&&(nr[e]=n)),n}function ir(e,t,n){let r=e.mode,i=e.series[t],a=r==2?e._data[t]:e._data,o=e.scales,s=e.bbox,c=a[0],l=r==2?a[1]:a[t],u=r==2?o[i.facets[0].scale]:o[e.series[0].scale],d=r==2?o[i.facets[1].scale]:o[i.scale],f=s.left,p=s.top,m=s.width,h=s.height,g=e.valToPosH,_=e.valToPosV;return u.ori==0?n(i,c,l,u,d,g,_,f,p,m,h,pr,hr,_r,yr,xr):n(i,c,l,u,d,_,g,p,f,h,m,mr,gr,vr,br,Sr)}function ar(e,t){let n=0,r=0,i=P(e.bands,ht);for(let e=0;e<i.length;e++){let a=i[e];a.series[0]==t?n=a.dir:a.series[1]==t&&(a.dir==1?r|=1:r|=2)}return[n,r==1?-1:r==2?1:r==3?2:0]}function or(e,t,n,r,i){let a=e.mode,o=e.series[t],s=a==2?o.facets[1].scale:o.scale,c=e.scales[s];return i==-1?c.min:i==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function sr(e,t,n,r,i,a){return ir(e,t,(e,t,o,s,c,l,u,d,f,p,m)=>{let h=e.pxRound,g=s.dir*(s.ori==0?1:-1),_=s.ori==0?hr:gr,v,y;g==1?(v=n,y=r):(v=r,y=n);let b=h(l(t[v],s,p,d)),x=h(u(o[v],c,m,f)),S=h(l(t[y],s,p,d)),C=h(u(a==1?c.max:c.min,c,m,f)),w=new Path2D(i);return _(w,S,C),_(w,b,C),_(w,b,x),w})}function cr(e,t,n,r,i,a){let o=null;if(e.length>0){o=new Path2D;let s=t==0?_r:vr,c=n;for(let t=0;t<e.length;t++){let n=e[t];if(n[1]>n[0]){let e=n[0]-c;e>0&&s(o,c,r,e,r+a),c=n[1]}}let l=n+i-c;l>0&&s(o,c,r-5,l,r+a+10)}return o}function lr(e,t,n){let r=e[e.length-1];r&&r[0]==t?r[1]=n:e.push([t,n])}function ur(e,t,n,r,i,a,o){let s=[],c=e.length;for(let l=i==1?n:r;l>=n&&l<=r;l+=i)if(t[l]===null){let u=l,d=l;if(i==1)for(;++l<=r&&t[l]===null;)d=l;else for(;--l>=n&&t[l]===null;)d=l;let f=a(e[u]),p=d==u?f:a(e[d]),m=u-i;f=o<=0&&m>=0&&m<c?a(e[m]):f;let h=d+i;p=o>=0&&h>=0&&h<c?a(e[h]):p,p>=f&&s.push([f,p])}return s}function dr(e){return e==0?tt:e==1?B:t=>ct(t,e)}function fr(e){let t=e==0?pr:mr,n=e==0?(e,t,n,r,i,a)=>{e.arcTo(t,n,r,i,a)}:(e,t,n,r,i,a)=>{e.arcTo(n,t,i,r,a)},r=e==0?(e,t,n,r,i)=>{e.rect(t,n,r,i)}:(e,t,n,r,i)=>{e.rect(n,t,i,r)};return(e,i,a,o,s,c=0,l=0)=>{c==0&&l==0?r(e,i,a,o,s):(c=Ue(c,o/2,s/2),l=Ue(l,o/2,s/2),t(e,i+c,a),n(e,i+o,a,i+o,a+s,c),n(e,i+o,a+s,i,a+s,l),n(e,i,a+s,i,a,l),n(e,i,a,i+o,a,c),e.closePath())}}let pr=(e,t,n)=>{e.moveTo(t,n)},mr=(e,t,n)=>{e.moveTo(n,t)},hr=(e,t,n)=>{e.lineTo(t,n)},gr=(e,t,n)=>{e.lineTo(n,t)},_r=fr(0),vr=fr(1),yr=(e,t,n,r,i,a)=>{e.arc(t,n,r,i,a)},br=(e,t,n,r,i,a)=>{e.arc(n,t,r,i,a)},xr=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(t,n,r,i,a,o)},Sr=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(n,t,i,r,o,a)};function Cr(e){return(e,t,n,r,i)=>ir(e,t,(t,a,o,s,c,l,u,d,f,p,m)=>{let{pxRound:h,points:g}=t,_,v;s.ori==0?(_=pr,v=yr):(_=mr,v=br);let y=U(g.width*k,3),b=(g.size-g.width)/2*k,x=U(b*2,3),S=new Path2D,C=new Path2D,{left:w,top:T,width:E,height:D}=e.bbox;_r(C,w-x,T-x,E+x*2,D+x*2);let ee=e=>{if(o[e]!=null){let t=h(l(a[e],s,p,d)),n=h(u(o[e],c,m,f));_(S,t+b,n),v(S,t,n,b,0,Ve*2)}};if(i)i.forEach(ee);else for(let e=n;e<=r;e++)ee(e);return{stroke:y>0?S:null,fill:S,clip:C,flags:3}})}function wr(e){return(t,n,r,i,a,o)=>{r!=i&&(a!=r&&o!=r&&e(t,n,r),a!=i&&o!=i&&e(t,n,i),e(t,n,o))}}let Tr=wr(hr),Er=wr(gr);function Dr(e){let t=P(e?.alignGaps,0);return(e,n,r,i)=>ir(e,n,(a,o,s,c,l,u,d,f,p,m,h)=>{[r,i]=ke(s,r,i);let g=a.pxRound,_=e=>g(u(e,c,m,f)),v=e=>g(d(e,l,h,p)),y,b;c.ori==0?(y=hr,b=Tr):(y=gr,b=Er);let x=c.dir*(c.ori==0?1:-1),S={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},C=S.stroke,w=!1;if(i-r>=m*4){let t=t=>e.posToVal(t,c.key,!0),n=null,a=null,l,u,d,f=_(o[x==1?r:i]),p=_(o[r]),m=_(o[i]),h=t(x==1?p+1:m-1);for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let r=o[e],i=(x==1?r<h:r>h)?f:_(r),c=s[e];i==f?c==null?c===null&&(w=!0):(u=c,n==null?(y(C,i,v(u)),l=n=a=u):u<n?n=u:u>a&&(a=u)):(n!=null&&b(C,f,v(n),v(a),v(l),v(u)),c==null?(n=a=null,c===null&&(w=!0)):(u=c,y(C,i,v(u)),n=a=l=u),f=i,h=t(f+x))}n!=null&&n!=a&&d!=f&&b(C,f,v(n),v(a),v(l),v(u))}else for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let t=s[e];t===null?w=!0:t!=null&&y(C,_(o[e]),v(t))}let[T,E]=ar(e,n);if(a.fill!=null||T!=0){let t=S.fill=new Path2D(C),s=v(a.fillTo(e,n,a.min,a.max,T)),c=_(o[r]),l=_(o[i]);x==-1&&([l,c]=[c,l]),y(t,l,s),y(t,c,s)}if(!a.spanGaps){let l=[];w&&l.push(...ur(o,s,r,i,x,_,t)),S.gaps=l=a.gaps(e,n,r,i,l),S.clip=cr(l,c.ori,f,p,m,h)}return E!=0&&(S.band=E==2?[sr(e,n,r,i,C,-1),sr(e,n,r,i,C,1)]:sr(e,n,r,i,C,E)),S})}function Or(e){let t=P(e.align,1),n=P(e.ascDesc,!1),r=P(e.alignGaps,0),i=P(e.extend,!1);return(e,a,o,s)=>ir(e,a,(c,l,u,d,f,p,m,h,g,_,v)=>{[o,s]=ke(u,o,s);let y=c.pxRound,{left:b,width:x}=e.bbox,S=e=>y(p(e,d,_,h)),C=e=>y(m(e,f,v,g)),w=d.ori==0?hr:gr,T={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},E=T.stroke,D=d.dir*(d.ori==0?1:-1),ee=C(u[D==1?o:s]),te=S(l[D==1?o:s]),ne=te,re=te;i&&t==-1&&(re=b,w(E,re,ee)),w(E,te,ee);for(let e=D==1?o:s;e>=o&&e<=s;e+=D){let n=u[e];if(n==null)continue;let r=S(l[e]),i=C(n);t==1?w(E,r,ee):w(E,ne,i),w(E,r,i),ee=i,ne=r}let ie=ne;i&&t==1&&(ie=b+x,w(E,ie,ee));let[ae,oe]=ar(e,a);if(c.fill!=null||ae!=0){let t=T.fill=new Path2D(E),n=C(c.fillTo(e,a,c.min,c.max,ae));w(t,ie,n),w(t,re,n)}if(!c.spanGaps){let i=[];i.push(...ur(l,u,o,s,D,S,r));let f=c.width*k/2,p=n||t==1?f:-f,m=n||t==-1?-f:f;i.forEach(e=>{e[0]+=p,e[1]+=m}),T.gaps=i=c.gaps(e,a,o,s,i),T.clip=cr(i,d.ori,h,g,_,v)}return oe!=0&&(T.band=oe==2?[sr(e,a,o,s,E,-1),sr(e,a,o,s,E,1)]:sr(e,a,o,s,E,oe)),T})}function kr(e,t,n,r,i,a,o=V){if(e.length>1){let s=null;for(let c=0,l=1/0;c<e.length;c++)if(t[c]!==void 0){if(s!=null){let t=R(e[c]-e[s]);t<l&&(l=t,o=R(n(e[c],r,i,a)-n(e[s],r,i,a)))}s=c}}return o}function Ar(e){e||=mt;let t=P(e.size,[.6,V,1]),n=e.align||0,r=e.gap||0,i=e.radius;i=i==null?[0,0]:typeof i==`number`?[i,0]:i;let a=H(i),o=1-t[0],s=P(t[1],V),c=P(t[2],1),l=P(e.disp,mt),u=P(e.each,e=>{}),{fill:d,stroke:f}=l;return(e,t,i,p)=>ir(e,t,(m,h,g,_,v,y,b,x,S,C,w)=>{let T=m.pxRound,E=n,D=r*k,ee=s*k,te=c*k,ne,re;_.ori==0?[ne,re]=a(e,t):[re,ne]=a(e,t);let ie=_.dir*(_.ori==0?1:-1),ae=_.ori==0?_r:vr,oe=_.ori==0?u:(e,t,n,r,i,a,o)=>{u(e,t,n,i,r,o,a)},se=P(e.bands,ht).find(e=>e.series[0]==t),ce=se==null?0:se.dir,O=m.fillTo(e,t,m.min,m.max,ce),le=T(b(O,v,w,S)),ue,de,fe,pe=C,A=T(m.width*k),me=!1,j=null,he=null,ge=null,_e=null;d!=null&&(A==0||f!=null)&&(me=!0,j=d.values(e,t,i,p),he=/* @__PURE__ */ new Map,new Set(j).forEach(e=>{e!=null&&he.set(e,new Path2D)}),A>0&&(ge=f.values(e,t,i,p),_e=/* @__PURE__ */ new Map,new Set(ge).forEach(e=>{e!=null&&_e.set(e,new Path2D)})));let{x0:ve,size:M}=l;if(ve!=null&&M!=null){E=1,h=ve.values(e,t,i,p),ve.unit==2&&(h=h.map(t=>e.posToVal(x+t*C,_.key,!0)));let n=M.values(e,t,i,p);de=M.unit==2?n[0]*C:y(n[0],_,C,x)-y(0,_,C,x),pe=kr(h,g,y,_,C,x,pe),fe=pe-de+D}else pe=kr(h,g,y,_,C,x,pe),fe=pe*o+D,de=pe-fe;fe<1&&(fe=0),A>=de/2&&(A=0),fe<5&&(T=tt);let ye=fe>0,be=pe-fe-(ye?A:0);de=T(Qe(be,te,ee)),ue=(E==0?de/2:E==ie?0:de)-E*ie*((E==0?D/2:0)+(ye?A/2:0));let xe={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},Se=me?null:new Path2D,Ce=null;if(se!=null)Ce=e.data[se.series[1]];else{let{y0:n,y1:r}=l;n!=null&&r!=null&&(g=r.values(e,t,i,p),Ce=n.values(e,t,i,p))}let we=ne*de,Te=re*de;for(let n=ie==1?i:p;n>=i&&n<=p;n+=ie){let r=g[n];if(r==null)continue;if(Ce!=null){let e=Ce[n]??0;if(r-e==0)continue;le=b(e,v,w,S)}let i=y(_.distr!=2||l!=null?h[n]:n,_,C,x),a=b(P(r,O),v,w,S),o=T(i-ue),s=T(We(a,le)),c=T(Ue(a,le)),u=s-c;if(r!=null){let i=r<0?Te:we,a=r<0?we:Te;me?(A>0&&ge[n]!=null&&ae(_e.get(ge[n]),o,c+z(A/2),de,We(0,u-A),i,a),j[n]!=null&&ae(he.get(j[n]),o,c+z(A/2),de,We(0,u-A),i,a)):ae(Se,o,c+z(A/2),de,We(0,u-A),i,a),oe(e,t,n,o-A/2,c,de+A,u)}}return A>0?xe.stroke=me?_e:Se:me||(xe._fill=m.width==0?m._fill:m._stroke??m._fill,xe.width=0),xe.fill=me?he:Se,xe})}function jr(e,t){let n=P(t?.alignGaps,0);return(t,r,i,a)=>ir(t,r,(o,s,c,l,u,d,f,p,m,h,g)=>{[i,a]=ke(c,i,a);let _=o.pxRound,v=e=>_(d(e,l,h,p)),y=e=>_(f(e,u,g,m)),b,x,S;l.ori==0?(b=pr,S=hr,x=xr):(b=mr,S=gr,x=Sr);let C=l.dir*(l.ori==0?1:-1),w=v(s[C==1?i:a]),T=w,E=[],D=[];for(let e=C==1?i:a;e>=i&&e<=a;e+=C)if(c[e]!=null){let t=s[e],n=v(t);E.push(T=n),D.push(y(c[e]))}let ee={stroke:e(E,D,b,S,x,_),fill:null,clip:null,band:null,gaps:null,flags:1},te=ee.stroke,[ne,re]=ar(t,r);if(o.fill!=null||ne!=0){let e=ee.fill=new Path2D(te),n=y(o.fillTo(t,r,o.min,o.max,ne));S(e,T,n),S(e,w,n)}if(!o.spanGaps){let e=[];e.push(...ur(s,c,i,a,C,v,n)),ee.gaps=e=o.gaps(t,r,i,a,e),ee.clip=cr(e,l.ori,p,m,h,g)}return re!=0&&(ee.band=re==2?[sr(t,r,i,a,te,-1),sr(t,r,i,a,te,1)]:sr(t,r,i,a,te,re)),ee})}function Mr(e){return jr(Nr,e)}function Nr(e,t,n,r,i,a){let o=e.length;if(o<2)return null;let s=new Path2D;if(n(s,e[0],t[0]),o==2)r(s,e[1],t[1]);else{let n=Array(o),r=Array(o-1),a=Array(o-1),c=Array(o-1);for(let n=0;n<o-1;n++)a[n]=t[n+1]-t[n],c[n]=e[n+1]-e[n],r[n]=a[n]/c[n];n[0]=r[0];for(let e=1;e<o-1;e++)r[e]===0||r[e-1]===0||r[e-1]>0!=r[e]>0?n[e]=0:(n[e]=3*(c[e-1]+c[e])/((2*c[e]+c[e-1])/r[e-1]+(c[e]+2*c[e-1])/r[e]),isFinite(n[e])||(n[e]=0));n[o-1]=r[o-2];for(let r=0;r<o-1;r++)i(s,e[r]+c[r]/3,t[r]+n[r]*c[r]/3,e[r+1]-c[r]/3,t[r+1]-n[r+1]*c[r]/3,e[r+1],t[r+1])}return s}let Pr=/* @__PURE__ */ new Set;function Fr(){for(let e of Pr)e.syncRect(!0)}O&&(we(`resize`,ue,Fr),we(`scroll`,ue,Fr,!0),we(ce,ue,()=>{Zr.pxRatio=k}));let Ir=Dr(),Lr=Cr();function Rr(e,t,n,r){return(r?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((e,r)=>Br(e,r,t,n))}function zr(e,t){return e.map((e,n)=>n==0?{}:W({},t,e))}function Br(e,t,n,r){return W({},t==0?n:r,e)}function Vr(e,t,n){return t==null?gt:[t,n]}let Hr=Vr;function Ur(e,t,n){return t==null?gt:Re(t,n,Pe,!0)}function Wr(e,t,n,r){return t==null?gt:Me(t,n,e.scales[r].log,!1)}let Gr=Wr;function Kr(e,t,n,r){return t==null?gt:Ne(t,n,e.scales[r].log,!1)}let qr=Kr;function Jr(e,t,n,r,i){let a=We(Ze(e),Ze(t)),o=t-e,s=Ee(i/r*o,n);do{let e=n[s],t=r*e/o;if(t>=i&&a+(e<5?dt.get(e):0)<=17)return[e,t]}while(++s<n.length);return[0,0]}function Yr(e){let t,n;return e=e.replace(/(\\d+)px/,(e,r)=>(t=B((n=+r)*k))+`px`),[e,t,n]}function Xr(e){e.show&&[e.font,e.labelFont].forEach(e=>{let t=U(e[2]*k,1);e[0]=e[0].replace(/[0-9.]+px/,t+`px`),e[1]=t})}function Zr(e,t,n){let r={mode:P(e.mode,1)},i=r.mode;function a(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?1-i:i)}function o(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?i:1-i)}function s(e,t,n,r){return t.ori==0?a(e,t,n,r):o(e,t,n,r)}r.valToPosH=a,r.valToPosV=o;let c=!1;r.status=0;let l=r.root=ge(`uplot`);if(e.id!=null&&(l.id=e.id),A(l,e.class),e.title){let t=ge(`u-title`,l);t.textContent=e.title}let u=he(`canvas`),d=r.ctx=u.getContext(`2d`),f=ge(`u-wrap`,l);we(`click`,f,e=>{e.target===m&&(X!=ci||Z!=li)&&pi.click(r,e)},!0);let p=r.under=ge(`u-under`,f);f.appendChild(u);let m=r.over=ge(`u-over`,f);e=Tt(e);let h=+P(e.pxAlign,1),g=dr(h);(e.plugins||[]).forEach(t=>{t.opts&&(e=t.opts(r,e)||e)});let _=e.ms||.001,v=r.series=i==1?Rr(e.series||[],Pn,Qn,!1):zr(e.series||[null],Zn),y=r.axes=Rr(e.axes||[],Nn,Kn,!0),D=r.scales={},se=r.bands=e.bands||[];se.forEach(e=>{e.fill=H(e.fill||null),e.dir=P(e.dir,-1)});let O=i==2?v[1].facets[0].scale:v[0].scale,de={axes:Ar,series:yr},fe=(e.drawOrder||[`axes`,`series`]).map(e=>de[e]);function pe(e){let t=e.distr==3?t=>qe(t>0?t:e.clamp(r,t,e.min,e.max,e.key)):e.distr==4?t=>Xe(t,e.asinh):e.distr==100?t=>e.fwd(t):e=>e;return n=>{let r=t(n),{_min:i,_max:a}=e,o=a-i;return(r-i)/o}}function _e(t){let n=D[t];if(n==null){let r=(e.scales||mt)[t]||mt;if(r.from!=null){_e(r.from);let e=W({},D[r.from],r,{key:t});e.valToPct=pe(e),D[t]=e}else{n=D[t]=W({},t==O?er:tr,r),n.key=t;let e=n.time,a=n.range,o=_t(a);if((t!=O||i==2&&!e)&&(o&&(a[0]==null||a[1]==null)&&(a={min:a[0]==null?Fe:{mode:1,hard:a[0],soft:a[0]},max:a[1]==null?Fe:{mode:1,hard:a[1],soft:a[1]}},o=!1),!o&&xt(a))){let e=a;a=(t,n,r)=>n==null?gt:Re(n,r,e)}n.range=H(a||(e?Hr:t==O?n.distr==3?Gr:n.distr==4?qr:Vr:n.distr==3?Wr:n.distr==4?Kr:Ur)),n.auto=H(!o&&n.auto),n.clamp=H(n.clamp||$n),n._min=n._max=null,n.valToPct=pe(n)}}}_e(`x`),_e(`y`),i==1&&v.forEach(e=>{_e(e.scale)}),y.forEach(e=>{_e(e.scale)});for(let t in e.scales)_e(t);let M=D[O],be=M.distr,Se,Ce;M.ori==0?(A(l,`u-hz`),Se=a,Ce=o):(A(l,`u-vt`),Se=o,Ce=a);let N={};for(let e in D){let t=D[e];(t.min!=null||t.max!=null)&&(N[e]={min:t.min,max:t.max},t.min=t.max=null)}let De=e.tzDate||(e=>new Date(B(e/_))),Oe=e.fmtDate||Rt,ke=_==1?on(De):ln(De),Ae=dn(De,un(_==1?an:cn,Oe)),Ie=mn(De,pn(`{YYYY}-{MM}-{DD} {h}:{mm}{aa}`,Oe)),Le=[],F=r.legend=W({},_n,e.legend),I=r.cursor=W({},En,{drag:{y:i==2}},e.cursor),Be=F.show,L=I.show,z=F.markers;F.idxs=Le,z.width=H(z.width),z.dash=H(z.dash),z.stroke=H(z.stroke),z.fill=H(z.fill);let Ke,Je,Ze,et=[],tt=[],ot,st=!1,lt={};if(F.live){let e=v[1]?v[1].values:null;st=e!=null,ot=st?e(r,1,0):{_:0};for(let e in ot)lt[e]=`--`}if(Be){if(Ke=he(`table`,`u-legend`,l),Ze=he(`tbody`,null,Ke),F.mount(r,Ke),st){Je=he(`thead`,null,Ke,Ze);let e=he(`tr`,null,Je);for(var ut in he(`th`,null,e),ot)he(`th`,x,e).textContent=ut}else A(Ke,`u-inline`),F.live&&A(Ke,`u-live`)}let pt={show:!0},vt={show:!1};function Ct(e,t){if(t==0&&(st||!F.live||i==2))return gt;let n=[],a=he(`tr`,`u-series`,Ze,Ze.childNodes[t]);A(a,e.class),e.show||A(a,b);let o=he(`th`,null,a);if(z.show){let e=ge(`u-marker`,o);if(t>0){let n=z.width(r,t);n&&(e.style.border=n+`px `+z.dash(r,t)+` `+z.stroke(r,t)),e.style.background=z.fill(r,t)}}let s=ge(x,o);for(var c in e.label instanceof HTMLElement?s.appendChild(e.label):s.textContent=e.label,t>0&&(z.show||(s.style.color=e.width>0?z.stroke(r,t):z.fill(r,t)),Et(`click`,o,t=>{if(I._lock)return;nn(t);let n=v.indexOf(e);if((t.ctrlKey||t.metaKey)!=F.isolate){let e=v.some((e,t)=>t>0&&t!=n&&e.show);v.forEach((t,r)=>{r>0&&bi(r,e?r==n?pt:vt:pt,!0,$.setSeries)})}else bi(n,{show:!e.show},!0,$.setSeries)},!1),gn&&Et(ie,o,t=>{I._lock||(nn(t),bi(v.indexOf(e),Oi,!0,$.setSeries))},!1)),ot){let e=he(`td`,`u-value`,a);e.textContent=`--`,n.push(e)}return[a,n]}let wt=/* @__PURE__ */ new Map;function Et(e,t,n,i=!0){let a=wt.get(t)||{},o=I.bind[e](r,t,n,i);o&&(we(e,t,a[e]=o),wt.set(t,a))}function Dt(e,t,n){let r=wt.get(t)||{};for(let n in r)(e==null||n==e)&&(Te(n,t,r[n]),delete r[n]);e??wt.delete(t)}let kt=0,At=0,G=0,K=0,jt=0,Mt=0,Nt=jt,Pt=Mt,Ft=G,It=K,Lt=0,zt=0,Bt=0,Vt=0;r.bbox={};let Ht=!1,Ut=!1,Wt=!1,qt=!1,Jt=!1,Yt=!1;function Xt(e,t,n){(n||e!=r.width||t!=r.height)&&Zt(e,t),jr(!1),Wt=!0,Ut=!0,Qr()}function Zt(e,t){r.width=kt=G=e,r.height=At=K=t,jt=Mt=0,en(),tn();let n=r.bbox;Lt=n.left=ct(jt*k,.5),zt=n.top=ct(Mt*k,.5),Bt=n.width=ct(G*k,.5),Vt=n.height=ct(K*k,.5)}function Qt(){let e=!1,t=0;for(;!e;){t++;let n=Or(t),i=kr(t);e=t==3||n&&i,e||(Zt(r.width,r.height),Ut=!0)}}function $t({width:e,height:t}){Xt(e,t)}r.setSize=$t;function en(){let e=!1,t=!1,n=!1,r=!1;y.forEach((i,a)=>{if(i.show&&i._show){let{side:a,_size:o}=i,s=a%2,c=o+(i.label==null?0:i.labelSize);c>0&&(s?(G-=c,a==3?(jt+=c,r=!0):n=!0):(K-=c,a==0?(Mt+=c,e=!0):t=!0))}}),Dn[0]=e,Dn[1]=n,Dn[2]=t,Dn[3]=r,G-=jn[1]+jn[3],jt+=jn[3],K-=jn[2]+jn[0],Mt+=jn[0]}function tn(){let e=jt+G,t=Mt+K,n=jt,r=Mt;function i(i,a){switch(i){case 1:return e+=a,e-a;case 2:return t+=a,t-a;case 3:return n-=a,n+a;case 0:return r-=a,r+a}}y.forEach((e,t)=>{if(e.show&&e._show){let t=e.side;e._pos=i(t,e._size),e.label!=null&&(e._lpos=i(t,e.labelSize))}})}if(I.dataIdx==null){let e=I.hover,n=e.skip=new Set(e.skip??[]);n.add(void 0);let r=e.prox=H(e.prox),i=e.bias??=0;I.dataIdx=(e,a,o,s)=>{if(a==0)return o;let c=o,l=r(e,a,o,s)??V,u=l>=0&&l<V,d=M.ori==0?G:K,f=I.left,p=t[0],m=t[a];if(n.has(m[o])){c=null;let e=null,t=null,r;if(i==0||i==-1)for(r=o;e==null&&r-->0;)n.has(m[r])||(e=r);if(i==0||i==1)for(r=o;t==null&&r++<m.length;)n.has(m[r])||(t=r);if(e!=null||t!=null){if(u){let n=e==null?-1/0:Se(p[e],M,d,0),r=t==null?1/0:Se(p[t],M,d,0),i=f-n,a=r-f;i<=a?i<=l&&(c=e):a<=l&&(c=t)}else c=t==null?e:e==null?t:o-e<=t-o?e:t}}else u&&R(f-Se(p[o],M,d,0))>l&&(c=null);return c}}let nn=e=>{I.event=e};I.idxs=Le,I._lock=!1;let q=I.points;q.show=H(q.show),q.size=H(q.size),q.stroke=H(q.stroke),q.width=H(q.width),q.fill=H(q.fill);let hn=r.focus=W({},e.focus||{alpha:.3},I.focus),gn=hn.prox>=0,vn=gn&&q.one,yn=[],bn=[],xn=[];function Sn(e,t){let n=q.show(r,t);if(n instanceof HTMLElement)return A(n,`u-cursor-pt`),A(n,e.class),ve(n,-10,-10,G,K),m.insertBefore(n,yn[t]),n}function Cn(e,t){if(i==1||t>0){let t=i==1&&D[e.scale].time,n=e.value;e.value=t?bt(n)?mn(De,pn(n,Oe)):n||Ie:n||Gn,e.label=e.label||(t?`Time`:`Value`)}if(vn||t>0){e.width=e.width==null?1:e.width,e.paths=e.paths||Ir||rt,e.fillTo=H(e.fillTo||or),e.pxAlign=+P(e.pxAlign,h),e.pxRound=dr(e.pxAlign),e.stroke=H(e.stroke||null),e.fill=H(e.fill||null),e._stroke=e._fill=e._paths=e._focus=null;let t=qn(We(1,e.width),1),n=e.points=W({},{size:t,width:We(1,t*.2),stroke:e.stroke,space:t*2,paths:Lr,_stroke:null,_fill:null},e.points);n.show=H(n.show),n.filter=H(n.filter),n.fill=H(n.fill),n.stroke=H(n.stroke),n.paths=H(n.paths),n.pxAlign=e.pxAlign}if(Be){let n=Ct(e,t);et.splice(t,0,n[0]),tt.splice(t,0,n[1]),F.values.push(null)}if(L){Le.splice(t,0,null);let n=null;vn?t==0&&(n=Sn(e,t)):t>0&&(n=Sn(e,t)),yn.splice(t,0,n),bn.splice(t,0,0),xn.splice(t,0,0)}ra(`addSeries`,t)}function wn(e,t){t??=v.length,e=i==1?Br(e,t,Pn,Qn):Br(e,t,{},Zn),v.splice(t,0,e),Cn(v[t],t)}r.addSeries=wn;function Tn(e){if(v.splice(e,1),Be){F.values.splice(e,1),tt.splice(e,1);let t=et.splice(e,1)[0];Dt(null,t.firstChild),t.remove()}L&&(Le.splice(e,1),yn.splice(e,1)[0].remove(),bn.splice(e,1),xn.splice(e,1)),ra(`delSeries`,e)}r.delSeries=Tn;let Dn=[!1,!1,!1,!1];function On(e,t){if(e._show=e.show,e.show){let n=e.side%2,i=D[e.scale];i??=(e.scale=n?v[1].scale:O,D[e.scale]);let a=i.time;e.size=H(e.size),e.space=H(e.space),e.rotate=H(e.rotate),_t(e.incrs)&&e.incrs.forEach(e=>{!dt.has(e)&&dt.set(e,ft(e))}),e.incrs=H(e.incrs||(i.distr==2?Gt:a?_==1?rn:sn:Kt)),e.splits=H(e.splits||(a&&i.distr==1?ke:i.distr==3?Ln:i.distr==4?Rn:In)),e.stroke=H(e.stroke),e.grid.stroke=H(e.grid.stroke),e.ticks.stroke=H(e.ticks.stroke),e.border.stroke=H(e.border.stroke);let o=e.values;e.values=_t(o)&&!_t(o[0])?H(o):a?_t(o)?dn(De,un(o,Oe)):bt(o)?fn(De,o):o||Ae:o||Fn,e.filter=H(e.filter||(i.distr>=3&&i.log==10?Un:i.distr==3&&i.log==2?Wn:nt)),e.font=Yr(e.font),e.labelFont=Yr(e.labelFont),e._size=e.size(r,null,t,0),e._space=e._rotate=e._incrs=e._found=e._splits=e._values=null,e._size>0&&(Dn[t]=!0,e._el=ge(`u-axis`,f))}}function kn(e,t,n,r){let[i,a,o,s]=n,c=t%2,l=0;return c==0&&(s||a)&&(l=t==0&&!i||t==2&&!o?B(Nn.size/3):0),c==1&&(i||o)&&(l=t==1&&!a||t==3&&!s?B(Kn.size/2):0),l}let An=r.padding=(e.padding||[kn,kn,kn,kn]).map(e=>H(P(e,kn))),jn=r._padding=An.map((e,t)=>e(r,t,Dn,0)),Mn,J=null,Y=null,zn=i==1?v[0].idxs:null,Bn=null,Vn=!1;function Hn(e,n){if(t=e??[],r.data=r._data=t,i==2){Mn=0;for(let e=1;e<v.length;e++)Mn+=t[e][0].length}else{t.length==0&&(r.data=r._data=t=[[]]),Bn=t[0],Mn=Bn.length;let e=t;if(be==2){e=t.slice();let n=e[0]=Array(Mn);for(let e=0;e<Mn;e++)n[e]=e}r._data=t=e}if(jr(!0),ra(`setData`),be==2&&(Wt=!0),n!==!1){let e=M;e.auto(r,Vn)?Jn():yi(O,e.min,e.max),qt||=I.left>=0,Yt=!0,Qr()}}r.setData=Hn;function Jn(){Vn=!0;let e,n;i==1&&(Mn>0?(J=zn[0]=0,Y=zn[1]=Mn-1,e=t[0][J],n=t[0][Y],be==2?(e=J,n=Y):e==n&&(be==3?[e,n]=Me(e,e,M.log,!1):be==4?[e,n]=Ne(e,e,M.log,!1):M.time?n=e+B(86400/_):[e,n]=Re(e,n,Pe,!0))):(J=zn[0]=e=null,Y=zn[1]=n=null)),yi(O,e,n)}let Yn,Xn,nr,ir,ar,sr,cr,lr,ur,fr;function pr(e,t,n,r,i,a){e??=ee,n??=ht,r??=`butt`,i??=ee,a??=`round`,e!=Yn&&(d.strokeStyle=Yn=e),i!=Xn&&(d.fillStyle=Xn=i),t!=nr&&(d.lineWidth=nr=t),a!=ar&&(d.lineJoin=ar=a),r!=sr&&(d.lineCap=sr=r),n!=ir&&d.setLineDash(ir=n)}function mr(e,t,n,r){t!=Xn&&(d.fillStyle=Xn=t),e!=cr&&(d.font=cr=e),n!=lr&&(d.textAlign=lr=n),r!=ur&&(d.textBaseline=ur=r)}function hr(e,t,n,i,a=0){if(i.length>0&&e.auto(r,Vn)&&(t==null||t.min==null)){let t=P(J,0),r=P(Y,i.length-1),o=n.min==null?je(i,t,r,a,e.distr==3):[n.min,n.max];e.min=Ue(e.min,n.min=o[0]),e.max=We(e.max,n.max=o[1])}}let gr={min:null,max:null};function _r(){for(let e in D){let t=D[e];N[e]==null&&(t.min==null||N[O]!=null&&t.auto(r,Vn))&&(N[e]=gr)}for(let e in D){let t=D[e];N[e]==null&&t.from!=null&&N[t.from]!=null&&(N[e]=gr)}N[O]!=null&&jr(!0);let e={};for(let t in N){let n=N[t];if(n!=null){let a=e[t]=Tt(D[t],St);if(n.min!=null)W(a,n);else if(t!=O||i==2){if(Mn==0&&a.from==null){let e=a.range(r,null,null,t);a.min=e[0],a.max=e[1]}else a.min=V,a.max=-1/0}}}if(Mn>0){v.forEach((n,a)=>{if(i==1){let i=n.scale,o=N[i];if(o==null)return;let s=e[i];if(a==0){let e=s.range(r,s.min,s.max,i);s.min=e[0],s.max=e[1],J=Ee(s.min,t[0]),Y=Ee(s.max,t[0]),Y-J>1&&(t[0][J]<s.min&&J++,t[0][Y]>s.max&&Y--),n.min=Bn[J],n.max=Bn[Y]}else n.show&&n.auto&&hr(s,o,n,t[a],n.sorted);n.idxs[0]=J,n.idxs[1]=Y}else if(a>0&&n.show&&n.auto){let[r,i]=n.facets,o=r.scale,s=i.scale,[c,l]=t[a],u=e[o],d=e[s];u!=null&&hr(u,N[o],r,c,r.sorted),d!=null&&hr(d,N[s],i,l,i.sorted),n.min=i.min,n.max=i.max}});for(let t in e){let n=e[t],i=N[t];if(n.from==null&&(i==null||i.min==null)){let e=n.range(r,n.min==V?null:n.min,n.max==-1/0?null:n.max,t);n.min=e[0],n.max=e[1]}}}for(let t in e){let n=e[t];if(n.from!=null){let i=e[n.from];if(i.min==null)n.min=n.max=null;else{let e=n.range(r,i.min,i.max,t);n.min=e[0],n.max=e[1]}}}let n={},a=!1;for(let t in e){let r=e[t],i=D[t];if(i.min!=r.min||i.max!=r.max){i.min=r.min,i.max=r.max;let e=i.distr;i._min=e==3?qe(i.min):e==4?Xe(i.min,i.asinh):e==100?i.fwd(i.min):i.min,i._max=e==3?qe(i.max):e==4?Xe(i.max,i.asinh):e==100?i.fwd(i.max):i.max,n[t]=a=!0}}if(a){v.forEach((e,t)=>{i==2?t>0&&n.y&&(e._paths=null):n[e.scale]&&(e._paths=null)});for(let e in n)Wt=!0,ra(`setScale`,e);L&&I.left>=0&&(qt=Yt=!0)}for(let e in N)N[e]=null}function vr(e){let t=Qe(J-1,0,Mn-1),n=Qe(Y+1,0,Mn-1);for(;e[t]==null&&t>0;)t--;for(;e[n]==null&&n<Mn-1;)n++;return[t,n]}function yr(){if(Mn>0){let e=v.some(e=>e._focus)&&fr!=hn.alpha;e&&(d.globalAlpha=fr=hn.alpha),v.forEach((e,n)=>{if(n>0&&e.show&&(br(n,!1),br(n,!0),e._paths==null)){let a=fr;fr!=e.alpha&&(d.globalAlpha=fr=e.alpha);let o=i==2?[0,t[n][0].length-1]:vr(t[n]);e._paths=e.paths(r,n,o[0],o[1]),fr!=a&&(d.globalAlpha=fr=a)}}),v.forEach((e,t)=>{if(t>0&&e.show){let n=fr;fr!=e.alpha&&(d.globalAlpha=fr=e.alpha),e._paths!=null&&xr(t,!1);{let n=e._paths==null?null:e._paths.gaps,i=e.points.show(r,t,J,Y,n),a=e.points.filter(r,t,i,n);(i||a)&&(e.points._paths=e.points.paths(r,t,J,Y,a),xr(t,!0))}fr!=n&&(d.globalAlpha=fr=n),ra(`drawSeries`,t)}}),e&&(d.globalAlpha=fr=1)}}function br(e,t){let n=t?v[e].points:v[e];n._stroke=n.stroke(r,e),n._fill=n.fill(r,e)}function xr(e,t){let n=t?v[e].points:v[e],{stroke:r,fill:i,clip:a,flags:o,_stroke:s=n._stroke,_fill:c=n._fill,_width:l=n.width}=n._paths;l=U(l*k,3);let u=null,f=l%2/2;t&&c==null&&(c=l>0?`#fff`:s);let p=n.pxAlign==1&&f>0;if(p&&d.translate(f,f),!t){let e=Lt-l/2,t=zt-l/2,n=Bt+l,r=Vt+l;u=new Path2D,u.rect(e,t,n,r)}t?Cr(s,l,n.dash,n.cap,c,r,i,o,a):Sr(e,s,l,n.dash,n.cap,c,r,i,o,u,a),p&&d.translate(-f,-f)}function Sr(e,n,i,a,o,s,c,l,u,d,f){let p=!1;u!=0&&se.forEach((m,h)=>{if(m.series[0]==e){let e=v[m.series[1]],g=t[m.series[1]],_=(e._paths||mt).band;_t(_)&&(_=m.dir==1?_[0]:_[1]);let y,b=null;e.show&&_&&ze(g,J,Y)?(b=m.fill(r,h)||s,y=e._paths.clip):_=null,Cr(n,i,a,o,b,c,l,u,d,f,y,_),p=!0}}),p||Cr(n,i,a,o,s,c,l,u,d,f)}function Cr(e,t,n,r,i,a,o,s,c,l,u,f){pr(e,t,n,r,i),(c||l||f)&&(d.save(),c&&d.clip(c),l&&d.clip(l)),f?(s&3)==3?(d.clip(f),u&&d.clip(u),Tr(i,o),wr(e,a,t)):s&2?(Tr(i,o),d.clip(f),wr(e,a,t)):s&1&&(d.save(),d.clip(f),u&&d.clip(u),Tr(i,o),d.restore(),wr(e,a,t)):(Tr(i,o),wr(e,a,t)),(c||l||f)&&d.restore()}function wr(e,t,n){n>0&&(t instanceof Map?t.forEach((e,t)=>{d.strokeStyle=Yn=t,d.stroke(e)}):t!=null&&e&&d.stroke(t))}function Tr(e,t){t instanceof Map?t.forEach((e,t)=>{d.fillStyle=Xn=t,d.fill(e)}):t!=null&&e&&d.fill(t)}function Er(e,t,n,i){let a=y[e],o;if(i<=0)o=[0,0];else{let s=a._space=a.space(r,e,t,n,i);o=Jr(t,n,a._incrs=a.incrs(r,e,t,n,i,s),i,s)}return a._found=o}function Dr(e,t,n,r,i,a,o,s,c,l){let u=o%2/2;h==1&&d.translate(u,u),pr(s,o,c,l,s),d.beginPath();let f,p,m,g,_=i+(r==0||r==3?-a:a);n==0?(p=i,g=_):(f=i,m=_);for(let r=0;r<e.length;r++)t[r]!=null&&(n==0?f=m=e[r]:p=g=e[r],d.moveTo(f,p),d.lineTo(m,g));d.stroke(),h==1&&d.translate(-u,-u)}function Or(e){let t=!0;return y.forEach((n,i)=>{if(!n.show)return;let a=D[n.scale];if(a.min==null){n._show&&(t=!1,n._show=!1,jr(!1));return}n._show||(t=!1,n._show=!0,jr(!1));let o=n.side,s=o%2,{min:c,max:l}=a,[u,d]=Er(i,c,l,s==0?G:K);if(d==0)return;let f=a.distr==2,p=n._splits=n.splits(r,i,c,l,u,d,f),m=a.distr==2?p.map(e=>Bn[e]):p,h=a.distr==2?Bn[p[1]]-Bn[p[0]]:u,g=n._values=n.values(r,n.filter(r,m,i,d,h),i,d,h);n._rotate=o==2?n.rotate(r,g,i,d):0;let _=n._size;n._size=He(n.size(r,g,i,e)),_!=null&&n._size!=_&&(t=!1)}),t}function kr(e){let t=!0;return An.forEach((n,i)=>{let a=n(r,i,Dn,e);a!=jn[i]&&(t=!1),jn[i]=a}),t}function Ar(){for(let e=0;e<y.length;e++){let t=y[e];if(!t.show||!t._show)continue;let n=t.side,i=n%2,a,o,c=t.stroke(r,e),l=n==0||n==3?-1:1,[u,f]=t._found;if(t.label!=null){let s=t.labelGap*l,p=B((t._lpos+s)*k);mr(t.labelFont[0],c,`center`,n==2?`top`:w),d.save(),i==1?(a=o=0,d.translate(p,B(zt+Vt/2)),d.rotate((n==3?-Ve:Ve)/2)):(a=B(Lt+Bt/2),o=p);let m=$e(t.label)?t.label(r,e,u,f):t.label;d.fillText(m,a,o),d.restore()}if(f==0)continue;let p=D[t.scale],m=i==0?Bt:Vt,h=i==0?Lt:zt,_=t._splits,v=p.distr==2?_.map(e=>Bn[e]):_,b=p.distr==2?Bn[_[1]]-Bn[_[0]]:u,x=t.ticks,S=t.border,C=x.show?x.size:0,ee=B(C*k),te=B((t.alignTo==2?t._size-C-t.gap:t.gap)*k),ne=t._rotate*-Ve/180,re=g(t._pos*k),ie=re+(ee+te)*l;o=i==0?ie:0,a=i==1?ie:0;let ae=t.font[0];mr(ae,c,t.align==1?T:t.align==2?E:ne>0?T:ne<0?E:i==0?`center`:n==3?E:T,ne||i==1?`middle`:n==2?`top`:w);let oe=t.font[1]*t.lineGap,se=_.map(e=>g(s(e,p,m,h))),ce=t._values;for(let e=0;e<ce.length;e++){let t=ce[e];if(t!=null){i==0?a=se[e]:o=se[e],t=``+t;let n=t.indexOf(`\n`)==-1?[t]:t.split(/\\n/gm);for(let e=0;e<n.length;e++){let t=n[e];ne?(d.save(),d.translate(a,o+e*oe),d.rotate(ne),d.fillText(t,0,0),d.restore()):d.fillText(t,a,o+e*oe)}}}x.show&&Dr(se,x.filter(r,v,e,f,b),i,n,re,ee,U(x.width*k,3),x.stroke(r,e),x.dash,x.cap);let O=t.grid;O.show&&Dr(se,O.filter(r,v,e,f,b),i,i==0?2:1,i==0?zt:Lt,i==0?Vt:Bt,U(O.width*k,3),O.stroke(r,e),O.dash,O.cap),S.show&&Dr([re],[1],+(i==0),i==0?1:2,i==1?zt:Lt,i==1?Vt:Bt,U(S.width*k,3),S.stroke(r,e),S.dash,S.cap)}ra(`drawAxes`)}function jr(e){v.forEach((t,n)=>{n>0&&(t._paths=null,e&&(i==1?(t.min=null,t.max=null):t.facets.forEach(e=>{e.min=null,e.max=null})))})}let Mr=!1,Nr=!1,Fr=[];function Zr(){Nr=!1;for(let e=0;e<Fr.length;e++)ra(...Fr[e]);Fr.length=0}function Qr(){Mr||=(Ot(ei),!0)}function $r(e,t=!1){Mr=!0,Nr=t,e(r),ei(),t&&Fr.length>0&&queueMicrotask(Zr)}r.batch=$r;function ei(){if(Ht&&=(_r(),!1),Wt&&=(Qt(),!1),Ut){if(j(p,T,jt),j(p,`top`,Mt),j(p,S,G),j(p,C,K),j(m,T,jt),j(m,`top`,Mt),j(m,S,G),j(m,C,K),j(f,S,kt),j(f,C,At),u.width=B(kt*k),u.height=B(At*k),y.forEach(({_el:e,_show:t,_size:n,_pos:r,side:i})=>{if(e!=null){if(t){let t=i===3||i===0?n:0,a=i%2==1;j(e,a?`left`:`top`,r-t),j(e,a?`width`:`height`,n),j(e,a?`top`:`left`,a?Mt:jt),j(e,a?`height`:`width`,a?K:G),me(e,b)}else A(e,b)}}),Yn=Xn=nr=ar=sr=cr=lr=ur=ir=null,fr=1,Vi(!0),jt!=Nt||Mt!=Pt||G!=Ft||K!=It){jr(!1);let e=G/Ft,t=K/It;if(L&&!qt&&I.left>=0){I.left*=e,I.top*=t,ii&&ve(ii,B(I.left),0,G,K),ai&&ve(ai,0,B(I.top),G,K);for(let n=0;n<yn.length;n++){let r=yn[n];r!=null&&(bn[n]*=e,xn[n]*=t,ve(r,He(bn[n]),He(xn[n]),G,K))}}if(Q.show&&!Jt&&Q.left>=0&&Q.width>0){Q.left*=e,Q.width*=e,Q.top*=t,Q.height*=t;for(let e in Wi)j(gi,e,Q[e])}Nt=jt,Pt=Mt,Ft=G,It=K}ra(`setSize`),Ut=!1}kt>0&&At>0&&(d.clearRect(0,0,u.width,u.height),ra(`drawClear`),fe.forEach(e=>e()),ra(`draw`)),Q.show&&Jt&&(_i(Q),Jt=!1),L&&qt&&(zi(null,!0,!1),qt=!1),F.show&&F.live&&Yt&&(Li(),Yt=!1),c||(c=!0,r.status=1,ra(`ready`)),Vn=!1,Mr=!1}r.redraw=(e,t)=>{Wt=t||!1,e===!1?Qr():yi(O,M.min,M.max)};function ti(e,n){let i=D[e];if(i.from==null){if(Mn==0){let t=i.range(r,n.min,n.max,e);n.min=t[0],n.max=t[1]}if(n.min>n.max){let e=n.min;n.min=n.max,n.max=e}if(Mn>1&&n.min!=null&&n.max!=null&&n.max-n.min<1e-16)return;e==O&&i.distr==2&&Mn>0&&(n.min=Ee(n.min,t[0]),n.max=Ee(n.max,t[0]),n.min==n.max&&n.max++),N[e]=n,Ht=!0,Qr()}}r.setScale=ti;let ni,ri,ii,ai,oi,si,ci,li,ui,di,X,Z,fi=!1,pi=I.drag,mi=pi.x,hi=pi.y;L&&(I.x&&(ni=ge(`u-cursor-x`,m)),I.y&&(ri=ge(`u-cursor-y`,m)),M.ori==0?(ii=ni,ai=ri):(ii=ri,ai=ni),X=I.left,Z=I.top);let Q=r.select=W({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),gi=Q.show?ge(`u-select`,Q.over?m:p):null;function _i(e,t){if(Q.show){for(let t in e)Q[t]=e[t],t in Wi&&j(gi,t,e[t]);t!==!1&&ra(`setSelect`)}}r.setSelect=_i;function vi(e){if(v[e].show)Be&&me(et[e],b);else if(Be&&A(et[e],b),L){let t=vn?yn[0]:yn[e];t!=null&&ve(t,-10,-10,G,K)}}function yi(e,t,n){ti(e,{min:t,max:n})}function bi(e,t,n,a){t.focus!=null&&ki(e),t.show!=null&&v.forEach((n,r)=>{r>0&&(e==r||e==null)&&(n.show=t.show,vi(r),i==2?(yi(n.facets[0].scale,null,null),yi(n.facets[1].scale,null,null)):yi(n.scale,null,null),Qr())}),n!==!1&&ra(`setSeries`,e,t),a&&sa(`setSeries`,r,e,t)}r.setSeries=bi;function xi(e,t){W(se[e],t)}function Si(e,t){e.fill=H(e.fill||null),e.dir=P(e.dir,-1),t??=se.length,se.splice(t,0,e)}function Ci(e){e==null?se.length=0:se.splice(e,1)}r.addBand=Si,r.setBand=xi,r.delBand=Ci;function wi(e,t){v[e].alpha=t,L&&yn[e]!=null&&(yn[e].style.opacity=t),Be&&et[e]&&(et[e].style.opacity=t)}let Ti,Ei,Di,Oi={focus:!0};function ki(e){if(e!=Di){let t=e==null,n=hn.alpha!=1;v.forEach((r,a)=>{if(i==1||a>0){let i=t||a==0||a==e;r._focus=t?null:i,n&&wi(a,i?1:hn.alpha)}}),Di=e,n&&Qr()}}Be&&gn&&Et(ae,Ke,e=>{I._lock||(nn(e),Di!=null&&bi(null,Oi,!0,$.setSeries))});function Ai(e,t,n){let r=D[t];n&&(e=e/k-(r.ori==1?Mt:jt));let i=G;r.ori==1&&(i=K,e=i-e),r.dir==-1&&(e=i-e);let a=r._min,o=r._max,s=e/i,c=a+(o-a)*s,l=r.distr;return l==3?Ge(10,c):l==4?Ye(c,r.asinh):l==100?r.bwd(c):c}function ji(e,n){return Ee(Ai(e,O,n),t[0],J,Y)}r.valToIdx=e=>Ee(e,t[0]),r.posToIdx=ji,r.posToVal=Ai,r.valToPos=(e,t,n)=>D[t].ori==0?a(e,D[t],n?Bt:G,n?Lt:0):o(e,D[t],n?Vt:K,n?zt:0),r.setCursor=(e,t,n)=>{X=e.left,Z=e.top,zi(null,t,n)};function Mi(e,t){j(gi,T,Q.left=e),j(gi,S,Q.width=t)}function Ni(e,t){j(gi,`top`,Q.top=e),j(gi,C,Q.height=t)}let Pi=M.ori==0?Mi:Ni,Fi=M.ori==1?Mi:Ni;function Ii(){if(Be&&F.live)for(let e=+(i==2);e<v.length;e++){if(e==0&&st)continue;let t=F.values[e],n=0;for(let r in t)tt[e][n++].firstChild.nodeValue=t[r]}}function Li(e,t){if(e!=null&&(e.idxs?e.idxs.forEach((e,t)=>{Le[t]=e}):yt(e.idx)||Le.fill(e.idx),F.idx=Le[0]),Be&&F.live){for(let e=0;e<v.length;e++)(e>0||i==1&&!st)&&Ri(e,Le[e]);Ii()}Yt=!1,t!==!1&&ra(`setLegend`)}r.setLegend=Li;function Ri(e,n){let i=v[e],a=e==0&&be==2?Bn:t[e],o;st?o=i.values(r,e,n)??lt:(o=i.value(r,n==null?null:a[n],e,n),o=o==null?lt:{_:o}),F.values[e]=o}function zi(e,n,a){ui=X,di=Z,[X,Z]=I.move(r,X,Z),I.left=X,I.top=Z,L&&(ii&&ve(ii,B(X),0,G,K),ai&&ve(ai,0,B(Z),G,K));let o,s=J>Y;Ti=V,Ei=null;let c=M.ori==0?G:K,l=M.ori==1?G:K;if(X<0||Mn==0||s){o=I.idx=null;for(let e=0;e<v.length;e++){let t=yn[e];t!=null&&ve(t,-10,-10,G,K)}gn&&bi(null,Oi,!0,e==null&&$.setSeries),F.live&&(Le.fill(o),Yt=!0)}else{let e,n,a;i==1&&(e=M.ori==0?X:Z,n=Ai(e,O),o=I.idx=Ee(n,t[0],J,Y),a=Se(t[0][o],M,c,0));let s=-10,u=-10,d=0,f=0,p=!0,m=``,h=``;for(let e=+(i==2);e<v.length;e++){let g=v[e],_=Le[e],y=_==null?null:i==1?t[e][_]:t[e][1][_],b=I.dataIdx(r,e,o,n),x=b==null?null:i==1?t[e][b]:t[e][1][b];if(Yt=Yt||x!=y||b!=_,Le[e]=b,e>0&&g.show){let n=b==null?-10:b==o?a:Se(i==1?t[0][b]:t[e][0][b],M,c,0),_=x==null?-10:Ce(x,i==1?D[g.scale]:D[g.facets[1].scale],l,0);if(gn&&x!=null){let t=M.ori==1?X:Z,n=R(hn.dist(r,e,b,_,t));if(n<Ti){let r=hn.bias;if(r!=0){let i=Ai(t,g.scale),a=x>=0?1:-1,o=i>=0?1:-1;o==a&&(o==1?r==1?x>=i:x<=i:r==1?x<=i:x>=i)&&(Ti=n,Ei=e)}else Ti=n,Ei=e}}if(Yt||vn){let t,i;M.ori==0?(t=n,i=_):(t=_,i=n);let a,o,c,l,g,v,y=!0,b=q.bbox;if(b!=null){y=!1;let t=b(r,e);c=t.left,l=t.top,a=t.width,o=t.height}else c=t,l=i,a=o=q.size(r,e);if(v=q.fill(r,e),g=q.stroke(r,e),vn)e==Ei&&Ti<=hn.prox&&(s=c,u=l,d=a,f=o,p=y,m=v,h=g);else{let t=yn[e];t!=null&&(bn[e]=c,xn[e]=l,xe(t,a,o,y),ye(t,v,g),ve(t,He(c),He(l),G,K))}}}}if(vn){let e=hn.prox;if(Yt||(Di==null?Ti<=e:Ti>e||Ei!=Di)){let e=yn[0];e!=null&&(bn[0]=s,xn[0]=u,xe(e,d,f,p),ye(e,m,h),ve(e,He(s),He(u),G,K))}}}if(Q.show&&fi){if(e!=null){let[t,n]=$.scales,[r,i]=$.match,[a,o]=e.cursor.sync.scales,s=e.cursor.drag;if(mi=s._x,hi=s._y,mi||hi){let{left:s,top:u,width:d,height:f}=e.select,p=e.scales[a].ori,m=e.posToVal,h,g,_,v,y,b=t!=null&&r(t,a),x=n!=null&&i(n,o);b&&mi?(p==0?(h=s,g=d):(h=u,g=f),_=D[t],v=Se(m(h,a),_,c,0),y=Se(m(h+g,a),_,c,0),Pi(Ue(v,y),R(y-v))):Pi(0,c),x&&hi?(p==1?(h=s,g=d):(h=u,g=f),_=D[n],v=Ce(m(h,o),_,l,0),y=Ce(m(h+g,o),_,l,0),Fi(Ue(v,y),R(y-v))):Fi(0,l)}else Gi()}else{let e=R(ui-oi),t=R(di-si);if(M.ori==1){let n=e;e=t,t=n}mi=pi.x&&e>=pi.dist,hi=pi.y&&t>=pi.dist;let n=pi.uni;n==null?pi.x&&pi.y&&(mi||hi)&&(mi=hi=!0):mi&&hi&&(mi=e>=n,hi=t>=n,!mi&&!hi&&(t>e?hi=!0:mi=!0));let r,i;mi&&(M.ori==0?(r=ci,i=X):(r=li,i=Z),Pi(Ue(r,i),R(i-r)),hi||Fi(0,l)),hi&&(M.ori==1?(r=ci,i=X):(r=li,i=Z),Fi(Ue(r,i),R(i-r)),mi||Pi(0,c)),!mi&&!hi&&(Pi(0,0),Fi(0,0))}}if(pi._x=mi,pi._y=hi,e==null){if(a){if(aa!=null){let[e,t]=$.scales;$.values[0]=e==null?null:Ai(M.ori==0?X:Z,e),$.values[1]=t==null?null:Ai(M.ori==1?X:Z,t)}sa(te,r,X,Z,G,K,o)}if(gn){let e=a&&$.setSeries,t=hn.prox;Di==null?Ti<=t&&bi(Ei,Oi,!0,e):Ti>t?bi(null,Oi,!0,e):Ei!=Di&&bi(Ei,Oi,!0,e)}}Yt&&(F.idx=o,Li()),n!==!1&&ra(`setCursor`)}let Bi=null;Object.defineProperty(r,\"rect\",{get(){return Bi??Vi(!1),Bi}});function Vi(e=!1){e?Bi=null:(Bi=m.getBoundingClientRect(),ra(`syncRect`,Bi))}function Hi(e,t,n,r,i,a,o){I._lock||fi&&e!=null&&e.movementX==0&&e.movementY==0||(Ui(e,t,n,r,i,a,o,!1,e!=null),e==null?zi(t,!0,!1):zi(null,!0,!0))}function Ui(e,t,n,i,a,o,c,l,u){if(Bi??Vi(!1),nn(e),e!=null)n=e.clientX-Bi.left,i=e.clientY-Bi.top;else{if(n<0||i<0){X=-10,Z=-10;return}let[e,r]=$.scales,c=t.cursor.sync,[l,u]=c.values,[d,f]=c.scales,[p,m]=$.match,h=t.axes[0].side%2==1,g=M.ori==0?G:K,_=M.ori==1?G:K,v=h?o:a,y=h?a:o,b=h?i:n,x=h?n:i;if(n=d==null?b/v*g:p(e,d)?s(l,D[e],g,0):-10,i=f==null?x/y*_:m(r,f)?s(u,D[r],_,0):-10,M.ori==1){let e=n;n=i,i=e}}u&&(t==null||t.cursor.event.type==te)&&((n<=1||n>=G-1)&&(n=ct(n,G)),(i<=1||i>=K-1)&&(i=ct(i,K))),l?(oi=n,si=i,[ci,li]=I.move(r,n,i)):(X=n,Z=i)}let Wi={width:0,height:0,left:0,top:0};function Gi(){_i(Wi,!1)}let Ki,qi,Ji,Yi;function Xi(e,t,n,i,a,o,s){fi=!0,mi=hi=pi._x=pi._y=!1,Ui(e,t,n,i,a,o,s,!0,!1),e!=null&&(Et(re,le,Zi,!1),sa(ne,r,ci,li,G,K,null));let{left:c,top:l,width:u,height:d}=Q;Ki=c,qi=l,Ji=u,Yi=d}function Zi(e,t,n,i,a,o,s){fi=pi._x=pi._y=!1,Ui(e,t,n,i,a,o,s,!1,!0);let{left:c,top:l,width:u,height:d}=Q,f=u>0||d>0,p=Ki!=c||qi!=l||Ji!=u||Yi!=d;if(f&&p&&_i(Q),pi.setScale&&f&&p){let e=c,t=u,n=l,r=d;if(M.ori==1&&(e=l,t=d,n=c,r=u),mi&&yi(O,Ai(e,O),Ai(e+t,O)),hi)for(let e in D){let t=D[e];e!=O&&t.from==null&&t.min!=V&&yi(e,Ai(n+r,e),Ai(n,e))}Gi()}else I.lock&&(I._lock=!I._lock,zi(t,!0,e!=null));e!=null&&(Dt(re,le),sa(re,r,X,Z,G,K,null))}function Qi(e,t,n,r,i,a,o){if(I._lock)return;nn(e);let s=fi;if(fi){let e=!0,t=!0,n,r;M.ori==0?(n=mi,r=hi):(n=hi,r=mi),n&&r&&(e=X<=10||X>=G-10,t=Z<=10||Z>=K-10),n&&e&&(X=X<ci?0:G),r&&t&&(Z=Z<li?0:K),zi(null,!0,!0),fi=!1}X=-10,Z=-10,Le.fill(null),zi(null,!0,!0),s&&(fi=s)}function $i(e,t,n,i,a,o,s){I._lock||(nn(e),Jn(),Gi(),e!=null&&sa(oe,r,X,Z,G,K,null))}function ea(){y.forEach(Xr),Xt(r.width,r.height,!0)}we(ce,ue,ea);let ta={};ta.mousedown=Xi,ta.mousemove=Hi,ta.mouseup=Zi,ta.dblclick=$i,ta.setSeries=(e,t,n,i)=>{let a=$.match[2];n=a(r,t,n),n!=-1&&bi(n,i,!0,!1)},L&&(Et(ne,m,Xi),Et(te,m,Hi),Et(ie,m,e=>{nn(e),Vi(!1)}),Et(ae,m,Qi),Et(oe,m,$i),Pr.add(r),r.syncRect=Vi);let na=r.hooks=e.hooks||{};function ra(e,t,n){Nr?Fr.push([e,t,n]):e in na&&na[e].forEach(e=>{e.call(null,r,t,n)})}(e.plugins||[]).forEach(e=>{for(let t in e.hooks)na[t]=(na[t]||[]).concat(e.hooks[t])});let ia=(e,t,n)=>n,$=W({key:null,setSeries:!1,filters:{pub:it,sub:it},scales:[O,v[1]?v[1].scale:null],match:[at,at,ia],values:[null,null]},I.sync);$.match.length==2&&$.match.push(ia),I.sync=$;let aa=$.key,oa=rr(aa);function sa(e,t,n,r,i,a,o){$.filters.pub(e,t,n,r,i,a,o)&&oa.pub(e,t,n,r,i,a,o)}oa.sub(r);function ca(e,t,n,r,i,a,o){$.filters.sub(e,t,n,r,i,a,o)&&ta[e](null,t,n,r,i,a,o)}r.pub=ca;function la(){oa.unsub(r),Pr.delete(r),wt.clear(),Te(ce,ue,ea),l.remove(),Ke?.remove(),ra(`destroy`)}r.destroy=la;function ua(){ra(`init`,e,t),Hn(t||e.data,!1),N[O]?ti(O,N[O]):Jn(),Jt=Q.show&&(Q.width>0||Q.height>0),qt=Yt=!0,Xt(e.width,e.height)}return v.forEach(Cn),y.forEach(On),n?n instanceof HTMLElement?(n.appendChild(l),ua()):n(r,ua):ua(),r}Zr.assign=W,Zr.fmtNum=Be,Zr.rangeNum=Re,Zr.rangeLog=Me,Zr.rangeAsinh=Ne,Zr.orient=ir,Zr.pxRatio=k,Zr.join=Dt,Zr.fmtDate=Rt,Zr.tzDate=Bt,Zr.sync=rr;{Zr.addGap=lr,Zr.clipGaps=cr;let e=Zr.paths={points:Cr};e.linear=Dr,e.stepped=Or,e.bars=Ar,e.spline=Mr}let Qr=/* @__PURE__ */ new Set;matchMedia(`(prefers-color-scheme: dark)`).addEventListener(`change`,()=>{for(let e of Qr)e.redraw(!1,!0)});function $r(e){return getComputedStyle(document.documentElement).getPropertyValue(`--${e}`).trim()}function ei(t){let n=e(`div`,{\"aria-hidden\":`true`}),r=e(`p`,{class:`readout`,\"aria-live\":`polite`},ti),i=e(`div`,{class:`chart`,role:`group`,\"aria-label\":`${t.summary} Arrow keys read it point by point.`,tabindex:0},n),a;return new ResizeObserver(([e])=>{let i=Math.floor(e?.contentRect.width??0);i!==0&&(a===void 0?a=ni(t,n,i,r):a.setSize({width:i,height:260}))}).observe(i),i.addEventListener(`keydown`,e=>{a!==void 0&&si(a,e.key)&&e.preventDefault()}),e(`div`,{},i,r)}let ti=`Point at the chart, or use the arrow keys, to read it.`;function ni(e,t,n,r){let i=e.lines.map(({xs:e,ys:t})=>[[...e],[...t]]),a={stroke:()=>$r(`grid`),width:1},o={stroke:()=>$r(`muted`),grid:a,ticks:a},s=new Zr({width:n,height:260,legend:{show:!1},cursor:{drag:{x:!1,y:!1},points:{size:7}},scales:{x:{time:!1},y:{range:(t,n,r)=>ii(n,r,e.fromZero??!1)}},axes:[{...o,space:64,...e.wholeX?{incrs:[1,2,5,10,20,50,100,200,500]}:{},size:34,values:(t,n)=>n.map(e.xTick??e.xText)},{...o,size:(e,t)=>ri(t),values:(t,n)=>n.map(e.yText)}],series:[{},...e.lines.map(({label:e,colour:t,dash:n,dots:r})=>({label:e,stroke:()=>$r(t),width:2,...n===void 0?{}:{dash:[...n]},points:{show:r??!1,size:6}}))],hooks:{drawAxes:e.underlay===void 0?[]:[e.underlay],setCursor:[t=>r.textContent=ai(e,t)]}},Zr.join(i),t);return Qr.add(s),s}function ri(e){return 22+7*Math.max(4,...(e??[]).map(({length:e})=>e))}function ii(e,t,n){let r=n?Math.min(0,e??0):e??0,i=t??1,a=(i-r||Math.abs(i)||1)*.06;return[n&&r===0?0:r-a,i+a]}function ai(e,{cursor:t,data:n}){let{idx:r}=t;if(r==null)return ti;let i=n[0][r],a=e.lines.flatMap(({label:t},i)=>{let a=oi(n[i+1]??[],r);return a===void 0?[]:[`${t} ${e.yText(a)}`]});return i===void 0?ti:`${e.xText(i)}: ${a.join(`, `)}`}function oi(e,t){let n=t;for(;n>=0&&typeof e[n]!=`number`;)--n;return e[n]??void 0}function si(e,t){let n=e.data[0].length-1,r=e.cursor.idx??-1,i={ArrowRight:r+1,ArrowLeft:r-1,Home:0,End:n}[t];if(i===void 0)return!1;let a=e.data[0][Math.min(n,Math.max(0,i))];return a!==void 0&&e.setCursor({left:e.valToPos(a,`x`),top:1}),!0}let ci=[`first`,`second`,`third`,`fourth`];function li(t,{summary:n,series:o}){let s=[...o].sort((e,t)=>Number(t.accusing)-Number(e.accusing)).slice(0,ci.length).map((e,t)=>({one:e,colour:ci[t]??`first`})),c=s.flatMap(({one:e,colour:t})=>ui(e,t)),l=c.flatMap(({ys:e})=>e.map(e=>e??0)),u=Math.max(.1,Math.max(...l)-Math.min(...l)),d=e=>a(e,`MiB`,u),f=s.map(({one:e,colour:t})=>[y({label:`${e.label}${e.accusing?` (judged)`:``}`,colour:t}),d(e.now.mebibytes.at(-1)??0),e.baseline===void 0?`–`:d(e.baseline.mebibytes.at(-1)??0),e.fit?.text??`–`]);return e(`figure`,{},e(`figcaption`,{},n),ei({summary:`Memory of ${t} after each iteration; the table below has its figures.`,lines:c,xText:e=>`iteration ${e}`,xTick:String,yText:d,wholeX:!0}),r(`Growth in figures`,i([`memory, one sample`,`grown by`,`in the baseline`,`slope of the last half`],f,e=>e>0)),e(`p`,{class:`small`},`Dashed: the baseline. Dotted: the fitted slope, which decides.`))}function ui({label:e,accusing:t,now:n,baseline:r,fit:i},a){let o=({iterations:e,mebibytes:t})=>({colour:a,xs:e,ys:t});return[...r===void 0?[]:[{...o(r),label:`${e}, baseline`,dash:[6,4]}],{...o(n),label:e},...i===void 0||!t?[]:[{...o(i.line),label:`fitted slope`,colour:`strong`,dash:[2,3]}]]}function di(t,{id:n,metrics:r},i){let a=r.filter(({history:e})=>e.length>0);if(a.length===0)return;let s=e(`select`,{id:`history-${i}`},...a.map(({metric:n})=>e(`option`,{value:n},o(t,n)))),c=a.find(({verdict:e})=>e===`regression`)??a[0];c!==void 0&&(s.value=c.metric);let l=e(`div`),u=()=>{let e=a.find(({metric:e})=>e===s.value);e!==void 0&&l.replaceChildren(X(t,n,e))};return s.addEventListener(`change`,u),u(),e(`figure`,{},e(`label`,{for:`history-${i}`},`Metric `),s,l)}function X(t,n,{metric:c,history:l}){let u=l.flatMap(e=>e??[]),d=Math.max(...u)-Math.min(...u),f=e=>a(e,s(t,c),d||Math.abs(u[0]??1)/10),p=t.runs,m=l.map((e,t)=>[p[t]??``,e===null?`–`:f(e)]).toReversed();return e(`div`,{},ei({summary:`${o(t,c)} of ${n} in ${u.length} runs; the table below has its figures.`,lines:[{label:`median`,colour:`first`,dots:!0,xs:l.map((e,t)=>t),ys:l}],xText:e=>p[e]??``,xTick:e=>p[e]?.split(` `)[0]??``,yText:f,wholeX:!0}),e(`details`,{},e(`summary`,{},`History in figures`),r(`History in figures`,i([`run`,o(t,c)],m,e=>e>0))))}function Z(t,{subject:n,now:o,baseline:s}){let c=[...s===void 0?[]:fi(s,n,`, baseline`,[6,4]),...fi(o,n,``,void 0)],l=Math.max(1,...c.flatMap(({ys:e})=>e.map(e=>e??0))),u=e=>a(e,`MiB`,l),d=c.toReversed().map(e=>[y(e),...pi(e,u)]);return e(`figure`,{},e(`figcaption`,{},`One sample, that of the median peak${s===void 0?``:`; the baseline behind it`}`),ei({summary:`Memory of ${t} over time; the table below has its figures.`,lines:c,xText:e=>`${Number(e.toFixed(2))} s`,yText:u,fromZero:!0,underlay:e=>hi(e,o)}),r(`Memory over time in figures`,i([`line`,`at the start`,`peak`,`at the end`],d,e=>e>0)),e(`p`,{class:`small`},mi(o)))}function fi({seconds:e,subject:t,qdrant:n},r,i,a){let o={xs:e,...a===void 0?{}:{dash:a}},s=i===``;return[...n.length===0?[]:[{...o,label:`Qdrant${i}`,colour:s?`second`:`second-before`,ys:n}],{...o,label:`${r}${i}`,colour:s?`first`:`first-before`,ys:t}]}function pi({xs:e,ys:t},n){let r=t.flatMap((t,n)=>t===null?[]:[{y:t,x:e[n]??0}]),[i]=r,a=r.at(-1);if(i===void 0||a===void 0)return[`–`,`–`,`–`];let o=r.reduce((e,t)=>t.y>e.y?t:e);return[n(i.y),`${n(o.y)} at ${o.x.toFixed(2)} s`,n(a.y)]}function mi({phases:e,seconds:t}){if(e.length===0)return``;let n=t.at(-1)??0;return`What was going on: ${e.map(({name:t,seconds:r},i)=>{let a=Math.max(r,e[i+1]?.seconds??n);return`${u(t)} ${(a-r).toFixed(2)} s`}).join(`, `)}.`}function hi(e,{phases:t,seconds:n}){let{ctx:r,bbox:i}=e,a=n.at(-1)??0,o=devicePixelRatio;r.save(),r.font=`${11*o}px system-ui, sans-serif`,r.textBaseline=`top`,r.textAlign=`left`,r.setLineDash([2*o,3*o]);for(let[n,{name:s,seconds:c}]of t.entries()){let l=e.valToPos(c,`x`,!0),d=e.valToPos(t[n+1]?.seconds??a,`x`,!0);s===`measure`&&(r.fillStyle=$r(`shade`),r.fillRect(l,i.top,d-l,i.height)),r.strokeStyle=$r(`muted`),r.beginPath(),r.moveTo(l,i.top),r.lineTo(l,i.top+i.height),r.stroke();let f=u(s),p=d-l-6*o,m=[f,s].find(e=>r.measureText(e).width<=p);r.fillStyle=$r(`muted`),m!==void 0&&r.fillText(m,l+4*o,i.top+3*o)}r.restore()}function Q(t,n,r){let i=di(t,n,r);return e(`div`,{class:`case`},...n.description===``?[]:[e(`p`,{class:`description`},n.description)],...n.remarks.map(t=>e(`p`,{},t)),..._i(t,n),...vi(n),...n.timeline===void 0?[]:gi(`Memory over time`,Z(n.id,n.timeline)),...n.growth===void 0?[]:gi(`Growth over the iterations`,li(n.id,n.growth)),...yi(t,n),...i===void 0?[]:gi(`History`,i),...bi(t,n))}function gi(t,...n){return[e(`h3`,{},t),...n]}function _i({findings:t},{id:n}){let r=t.filter(({caseId:e})=>e===n);return r.length===0?[]:[e(`ul`,{class:`findings`},...r.map(e=>h(e)))]}function vi({errors:t}){return t.length===0?[]:gi(`Samples that failed`,...t.map(({what:t,more:n})=>e(`div`,{},e(`p`,{class:`error`},t),...n===``?[]:[e(`pre`,{tabindex:0,role:`group`,\"aria-label\":`Stack and log`},n)])))}function yi(t,{metrics:n}){let r=n.filter(({verdict:e,budget:t})=>e!==``||t!==void 0);return r.length===0?[]:gi(`Every sample`,e(`p`,{class:`small`},`A dot is a sample: the baseline’s above, now below, with their medians. Shaded: no difference, by the threshold. The bar: where the median now may truly lie, by the noise. Red: a budget that is exceeded.`),...r.map(e=>f(o(t,e.metric),s(t,e.metric),e)))}function bi(e,{metrics:t}){if(t.length===0)return[];let n=[`metric`,`baseline`,`now`,`difference`,`interval`,`threshold`,`samples now`,`verdict`];return gi(`Every metric`,r(`Every metric`,i(n,t.map(xi(e)),e=>e>0&&e<n.length-1)))}function xi(t){return({metric:n,baseline:r,now:i,difference:a,band:o,floor:s,verdict:c})=>[e(`span`,{title:t.metrics[n]?.definition},n),r?.text??`–`,i.text,a===``?`–`:a,o?.text??`–`,s?.text??`–`,i.range,c]}function Si(t){let n=new Map(t.cases.map((e,n)=>[e,Ci(t,e,n)])),r=e(`div`,{},...n.values()),i=e(`p`,{hidden:!0},`No case is like that.`);return{part:e(`section`,{\"aria-labelledby\":`cases`},e(`h2`,{id:`cases`},`Cases`),i,r),show:e=>{r.replaceChildren(...e.flatMap(e=>n.get(e)??[])),i.hidden=e.length>0},open:e=>{let[,t]=[...n].find(([t])=>c(t)===e)??[];return t!==void 0&&(t.open=!0,t.scrollIntoView(),t.querySelector(`summary`)?.focus({preventScroll:!0}),!0)}}}function Ci(t,n,r){let i=e(`details`,{class:`fold`},e(`summary`,{},e(`span`,{class:`id`},n.id),` `,e(`span`,{class:`badge ${n.tone}`},n.verdicts.join(`, `))));return i.addEventListener(`toggle`,()=>{i.append(Q(t,n,r))},{once:!0}),i}let wi=new Intl.Collator(`en`,{numeric:!0});function Ti(t,n){let i=new Map(t.cases.map((e,t)=>[e,t])),a=[{title:`case`,key:({id:e})=>e,figure:!1},{title:`verdict`,key:e=>i.get(e),figure:!1},...t.columns.map((e,t)=>({title:e,key:({figures:e})=>e[t]?.value,figure:!0}))],o=new Map(t.cases.map(e=>[e,Ei(e)])),s=e(`tbody`),c=e(`p`,{class:`small`,role:`status`}),l=Di(t.cases,d),u=Oi(a,d);function d(){let{column:e,descending:r}=u.chosen(),i=t.cases.filter(l.accepts);e!==void 0&&i.sort((t,n)=>ki(e.key(t),e.key(n),r)),s.replaceChildren(...i.flatMap(e=>o.get(e)??[])),c.textContent=`${i.length} of ${t.cases.length} cases`,n(i)}d();let f=e(`table`,{class:`overview`},e(`thead`,{},u.row),s);return e(`section`,{\"aria-labelledby\":`overview`},e(`h2`,{id:`overview`},`Overview`),l.form,c,r(`Overview of all cases`,f),e(`p`,{class:`small`},`Medians in MiB, bytes / 1024². A change is the settled reading after the measured iterations less the settled one before.`))}function Ei(t){return e(`tr`,{class:t.tone},e(`th`,{scope:`row`},e(`a`,{href:`#${c(t)}`},t.id)),e(`td`,{},e(`span`,{class:`badge ${t.tone}`},t.verdicts.join(`, `))),...t.figures.map(t=>e(`td`,{class:`figure`},t?.text??`–`)))}function Di(t,n){let r=e(`input`,{id:`filter-text`,type:`search`,autocomplete:`off`}),i=[...new Set(t.flatMap(e=>e.verdicts))].sort(),a=e=>t.filter(t=>t.verdicts.includes(e)).length,o=e(`select`,{id:`filter-verdict`},e(`option`,{value:``},`all`),...i.map(t=>e(`option`,{value:t},`${t} (${a(t)})`)));return r.addEventListener(`input`,n),o.addEventListener(`change`,n),{form:e(`div`,{class:`filter`},e(`span`,{},e(`label`,{for:`filter-text`},`Case or description `),r),e(`span`,{},e(`label`,{for:`filter-verdict`},`Verdict `),o)),accepts:({id:e,description:t,verdicts:n})=>(o.value===``||n.includes(o.value))&&`${e}\\n${t}`.toLowerCase().includes(r.value.trim().toLowerCase())}}function Oi(t,n){let r={column:void 0,descending:!1},i=t.map(t=>{let a=e(`button`,{type:`button`},t.title),o=e(`th`,{scope:`col`,class:t.figure?`figure`:void 0},a);return a.addEventListener(`click`,()=>{let e=r.column===t?!r.descending:t.figure;r={column:t,descending:e};for(let e of i)e.removeAttribute(`aria-sort`);o.setAttribute(`aria-sort`,e?`descending`:`ascending`),n()}),o});return{row:e(`tr`,{},...i),chosen:()=>r}}function ki(e,t,n){if(e===void 0||t===void 0)return Number(e===void 0)-Number(t===void 0);let r=typeof e==`number`&&typeof t==`number`?e-t:wi.compare(String(e),String(t));return n?-r:r}let Ai=document.getElementById(`report-data`)?.textContent;Ai&&ji(JSON.parse(Ai));function ji(t){let n=Si(t),r=_(t);document.body.append(Mi(t),e(`main`,{},g(t),...r===void 0?[]:[r],Ti(t,n.show),n.part)),addEventListener(`hashchange`,()=>n.open(location.hash.slice(1))),document.addEventListener(`click`,({target:e})=>{let t=e instanceof Element?e.closest(`a`):null;t!==null&&t.hash===location.hash&&n.open(t.hash.slice(1))}),n.open(location.hash.slice(1))}function Mi({verdict:t,headline:n,compared:r}){let i=t===`pass`;return e(`header`,{},e(`p`,{class:`product`},`memory-bench`),e(`h1`,{},e(`span`,{class:`badge ${i?`good`:`bad`}`},i?`pass`:`fail`),` ${n}`),e(`p`,{},`${r}.`))}})();";
const pageScriptHash = "sha256-Cr3TL5VZBFNnewLC67lxesoo56n2vi0ZwcVUVe4Exq8=";
const pageStyle = ".uplot, .uplot *, .uplot *::before, .uplot *::after {box-sizing: border-box;}.uplot {font-family: system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\";line-height: 1.5;width: min-content;}.u-title {text-align: center;font-size: 18px;font-weight: bold;}.u-wrap {position: relative;user-select: none;}.u-over, .u-under {position: absolute;}.u-under {overflow: hidden;}.uplot canvas {display: block;position: relative;width: 100%;height: 100%;}.u-axis {position: absolute;}.u-legend {font-size: 14px;margin: auto;text-align: center;}.u-inline {display: block;}.u-inline * {display: inline-block;}.u-inline tr {margin-right: 16px;}.u-legend th {font-weight: 600;}.u-legend th > * {vertical-align: middle;display: inline-block;}.u-legend .u-marker {width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after {content: \":\";vertical-align: middle;}.u-inline:not(.u-live) .u-value {display: none;}.u-series > * {padding: 4px;}.u-series th {cursor: pointer;}.u-legend .u-off > * {opacity: 0.3;}.u-select {background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x, .u-cursor-y {position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x, .u-vt .u-cursor-y {height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y, .u-vt .u-cursor-x {width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt {position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;/*this has to be !important since we set inline \"background\" shorthand */background-clip: padding-box !important;}.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off {display: none;}\n:root { color-scheme: light dark; --page: #ffffff; --panel: #f6f8fa; --text: #1f2328; --muted: #57606a; --rule: #d0d7de; --grid: #d0d7de80; --shade: #0969da14; --link: #0550ae; --bad: #b3141e; --bad-page: #ffebe9; --uncertain: #7a4d00; --uncertain-page: #fff4d1; --good: #116329; --good-page: #dafbe1; --strong: #1f2328; --first: #0969da; --first-before: #8aa0b8; --second: #bc4c00; --second-before: #d8a987; --third: #6639ba; --fourth: #1a7f37; } @media (prefers-color-scheme: dark) { :root { --page: #0d1117; --panel: #161b22; --text: #e6edf3; --muted: #9ea7b3; --rule: #3d444d; --grid: #3d444d80; --shade: #388bfd26; --link: #79b8ff; --bad: #ff938a; --bad-page: #4c1b1f; --uncertain: #eac55f; --uncertain-page: #3d2f09; --good: #6fdd8b; --good-page: #12361f; --strong: #f0f6fc; --first: #58a6ff; --first-before: #6c7f95; --second: #f0883e; --second-before: #96684a; --third: #bc8cff; --fourth: #56d364; } } * { box-sizing: border-box; } body { margin: 0 auto; padding: 16px; max-width: 1320px; background: var(--page); color: var(--text); font: 15px / 1.5 system-ui, -apple-system, \"Segoe UI\", sans-serif; } h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; } h2 { margin: 32px 0 8px; font-size: 1.25rem; } h3 { margin: 24px 0 8px; font-size: 1.05rem; } p { margin: 6px 0; overflow-wrap: anywhere; } a { color: var(--link); } :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; } .product, .small, figcaption, .readout, .description { color: var(--muted); } .small, figcaption, .readout { font-size: 0.85rem; } .badge { display: inline-block; padding: 0 8px; border: 1px solid currentColor; border-radius: 10px; font-size: 0.8rem; font-weight: 600; line-height: 1.5; vertical-align: middle; white-space: nowrap; color: var(--muted); } .badge.bad { color: var(--bad); background: var(--bad-page); } .badge.uncertain { color: var(--uncertain); background: var(--uncertain-page); } .badge.good { color: var(--good); background: var(--good-page); } .findings { margin: 0; padding: 0; list-style: none; } .findings li { margin: 6px 0; padding: 4px 0 4px 10px; border-left: 3px solid var(--rule); overflow-wrap: anywhere; } .findings li.bad { border-color: var(--bad); } .findings li.uncertain { border-color: var(--uncertain); } .findings li.good { border-color: var(--good); } .what { white-space: pre-line; } .filter { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; } input, select, button { font: inherit; color: inherit; } input, select { max-width: 100%; padding: 4px 8px; border: 1px solid var(--muted); border-radius: 6px; background: var(--page); } .scroll { overflow-x: auto; border: 1px solid var(--rule); border-radius: 6px; } table { width: 100%; border-collapse: collapse; font-size: 0.87rem; } th, td { padding: 5px 8px; border-bottom: 1px solid var(--rule); text-align: left; white-space: nowrap; } tbody tr:last-child > * { border-bottom: 0; } thead { background: var(--panel); } th[scope=\"row\"] { font-weight: 500; } .figure { text-align: right; font-variant-numeric: tabular-nums; } .overview th[scope=\"row\"] { min-width: 9rem; max-width: 24rem; white-space: normal; overflow-wrap: anywhere; } th button { margin: 0; padding: 0; border: 0; background: none; font-weight: 600; cursor: pointer; } th button::after { content: \" ↕\"; color: var(--muted); } th[aria-sort=\"ascending\"] button::after { content: \" ↑\"; } th[aria-sort=\"descending\"] button::after { content: \" ↓\"; } .fold { margin: 8px 0; border: 1px solid var(--rule); border-radius: 6px; scroll-margin-top: 8px; } .fold > summary { padding: 8px 12px; background: var(--panel); border-radius: 6px; cursor: pointer; } .fold .id { font-weight: 600; overflow-wrap: anywhere; } .case { padding: 4px 12px 16px; } figure { margin: 0; } .chart { width: 100%; height: 260px; overflow: hidden; } .readout { min-height: 1.5em; font-variant-numeric: tabular-nums; } .key { display: inline-flex; align-items: center; gap: 8px; } .swatch { width: 22px; border-top: 3px solid var(--first); } .swatch.dashed { border-top-style: dashed; } .swatch.first-before { border-color: var(--first-before); } .swatch.second { border-color: var(--second); } .swatch.second-before { border-color: var(--second-before); } .swatch.third { border-color: var(--third); } .swatch.fourth { border-color: var(--fourth); } .strip-row { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); gap: 4px 12px; align-items: center; margin: 8px 0; } .strip { display: block; width: 100%; background: var(--panel); border-radius: 4px; } .strip .none { fill: var(--muted); fill-opacity: 0.18; } .strip .band, .strip .median { stroke: var(--text); stroke-width: 1.5; } .strip line.baseline { stroke: var(--first-before); } .strip line.now { stroke: var(--first); } .strip circle.baseline { fill: var(--first-before); fill-opacity: 0.75; } .strip circle.now { fill: var(--first); fill-opacity: 0.75; } .strip .budget { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 4 3; } .ends { display: flex; justify-content: space-between; color: var(--muted); font-size: 0.75rem; } .error { color: var(--bad); white-space: pre-wrap; } pre { max-height: 20rem; overflow: auto; padding: 8px; background: var(--panel); border-radius: 6px; font-size: 0.8rem; } @media (max-width: 600px) { body { padding: 10px; } .strip-row { grid-template-columns: minmax(0, 1fr); } }";
const pageStyleHash = "sha256-OIN5grma8/kTKK/bZhQlakbfxiyXcKzjbEqeBzXZqCo=";
//# sourceMappingURL=page-assets.js.map
// EXTERNAL MODULE: ./lib/src/results/metrics.js
var metrics = __webpack_require__(98954);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(33330);
// EXTERNAL MODULE: ./lib/src/report/finding-list.js
var finding_list = __webpack_require__(38469);
// EXTERNAL MODULE: ./lib/src/report/findings.js + 1 modules
var report_findings = __webpack_require__(44145);
// EXTERNAL MODULE: ./lib/src/report/section.js + 4 modules
var section = __webpack_require__(60885);
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__(86965);
// EXTERNAL MODULE: ./lib/src/compare/judge-metric.js + 4 modules
var judge_metric = __webpack_require__(54262);
// EXTERNAL MODULE: ./lib/src/compare/statistics.js
var statistics = __webpack_require__(82555);
// EXTERNAL MODULE: ./lib/src/results/mebibytes.js
var mebibytes = __webpack_require__(30721);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
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
;// CONCATENATED MODULE: ./lib/src/report/html/growth-data.js





/** Points of a line: as many iterations as a suspicion is followed up with, and more. */
const mostPoints = 500;
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
    const stride = Math.ceil(readings.length / mostPoints);
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
    const breach = judged.breaches.find((broken) => broken.metric === metric);
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
        floor: floor === undefined ? undefined : figure(metric, floor),
        budget: breach && figure(metric, breach.limit),
        history: isJudged ? history.of(judged.id, metric, compared.now.median) : [],
    };
}
function sideData(metric, { median, min, max }, result) {
    return {
        values: (0,judge_metric/* valuesOf */.sm)(metric, (0,judge_metric/* measuredIn */.oS)(result)).slice(0, mostDots).map(rounded),
        median: rounded(median),
        text: (0,format/* formatValue */.Fl)(metric, median),
        range: `${(0,format/* formatValue */.Fl)(metric, min)} … ${(0,format/* formatValue */.Fl)(metric, max)}`,
    };
}
function figure(metric, value) {
    return { value: rounded(value), text: (0,format/* formatValue */.Fl)(metric, value) };
}
//# sourceMappingURL=metric-data.js.map
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
    };
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
        growth: growthData(judged.leak, result, baseline),
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
function findingData({ kind, failing, caseId, what, detail }) {
    return {
        tone: page_data_toneOf(kind, failing),
        kind: finding_list/* findingWords */.Hu[kind],
        caseId: (0,report_escape/* shownText */.f$)(caseId),
        what: (0,report_escape/* shownText */.f$)(what, 500),
        detail: (0,report_escape/* shownText */.f$)(detail, 500),
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
