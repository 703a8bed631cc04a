// Preloaded into the download process: what it asks of the bucket goes to the test's own server.
import http from 'node:http';
import https from 'node:https';

https.get = (url, options, answer) => {
  const { pathname } = new URL(url);
  return http.get(new URL(pathname, process.env.TEST_BUCKET_URL), options, answer);
};
