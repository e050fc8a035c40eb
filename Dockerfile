# studydeck with its browser and its fonts: docker build --tag studydeck .
# Papers are mounted: docker run --rm -v "$PWD:/work" studydeck build decks --out build

FROM node:20.20.2-bookworm-slim AS compile
WORKDIR /studydeck
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY src src
COPY scripts scripts
RUN npm run compile

FROM node:20.20.2-bookworm-slim
WORKDIR /studydeck
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY --from=compile /studydeck/dist dist
COPY templates templates
COPY schema schema
# The container is the sandbox: the usual ones do not let Chromium make one of its own.
ENV STUDYDECK_NO_SANDBOX=1 XDG_CACHE_HOME=/home/node/.cache
USER node
# Unpacks the browser once, and shows that everything is there.
RUN node dist/cli.js doctor --out /tmp/build
WORKDIR /work
ENTRYPOINT ["node", "/studydeck/dist/cli.js"]
CMD ["build"]
