# The image of every process: docker-compose.yml says which one a container runs.
# Two stages: the first installs what requirements.lock pins to the byte, the second only carries it.
FROM python:3.11.14-slim-bookworm AS build
WORKDIR /app
COPY requirements.lock ./
RUN python -m venv .venv && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml ./
COPY helpdesk/ helpdesk/
COPY workers/ workers/
RUN .venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation -e . \
    && .venv/bin/python -m compileall -q helpdesk workers

FROM python:3.11.14-slim-bookworm
# 0.0.0.0 is the container's own address; what reaches it is for docker-compose.yml to say.
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    TZ=Asia/Ho_Chi_Minh \
    HELPDESK_ENV=production \
    HELPDESK_BIND=0.0.0.0 \
    HELPDESK_DATA=/data
RUN groupadd --gid 10001 helpdesk \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin helpdesk \
    && install --directory --owner=helpdesk --group=helpdesk --mode=0700 /data
WORKDIR /app
COPY --from=build /app ./
COPY flows/ flows/
USER 10001:10001
VOLUME ["/data"]
EXPOSE 8000
ENTRYPOINT ["helpdesk"]
CMD ["web"]
