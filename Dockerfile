# Three stages: the SPA, the server, and a small image that holds only what runs.

FROM node:22-bookworm-slim AS web
WORKDIR /build/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY web/ ./
RUN npm run build

FROM rust:1.95-slim-bookworm AS server
RUN apt-get update \
 && apt-get install -y --no-install-recommends build-essential libpq-dev pkg-config \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY Cargo.toml Cargo.lock clippy.toml ./
COPY .cargo/ .cargo/
COPY crates/ crates/
COPY migrations/ migrations/
# The caches belong to the builder; only the binary leaves the layer.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/build/target \
    cargo build --locked --release --bin estrade \
 && cp target/release/estrade /usr/local/bin/estrade

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl libpq5 tini \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --create-home --home-dir /var/lib/estrade --shell /usr/sbin/nologin estrade \
 && install -d -o estrade -g estrade -m 0700 /var/lib/estrade/data
COPY --from=server /usr/local/bin/estrade /usr/local/bin/estrade
COPY --from=web /build/web/dist /usr/share/estrade/web
COPY --chmod=0755 deploy/with-secrets /usr/local/bin/with-secrets
ENV ESTRADE_HOST=0.0.0.0 \
    ESTRADE_PORT=8080 \
    ESTRADE_DATA_DIR=/var/lib/estrade/data \
    ESTRADE_WEB_DIR=/usr/share/estrade/web
USER estrade
WORKDIR /var/lib/estrade
VOLUME /var/lib/estrade/data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD curl --silent --fail --output /dev/null "http://127.0.0.1:${ESTRADE_PORT}/readyz"
# tini passes signals on and reaps, so that a stop is a graceful stop.
ENTRYPOINT ["tini", "--", "with-secrets", "estrade"]
CMD ["serve"]
