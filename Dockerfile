# Builds Skyferry and runs it as scripts/server does.
# Untested here: nobody has built or run this image yet. The server inside is the same as without a container.
#
#   docker build -t skyferry .
#   docker run -p 9080:9080 -v skyferry-data:/data --env-file skyferry.env skyferry
#
# skyferry.env holds the settings of docs/operate.md. The image holds no secret.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY liberty liberty
COPY src/main src/main
RUN mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package liberty:create liberty:deploy \
 # The password of the server's own certificate is made at build time; it must not lie in a layer.
 && rm -f target/liberty/wlp/usr/servers/skyferry/server.env

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 skyferry \
 && useradd --system --uid 10001 --gid skyferry --home-dir /opt/skyferry --shell /usr/sbin/nologin skyferry \
 && install -d -m 0700 -o skyferry -g skyferry /data
WORKDIR /opt/skyferry
COPY scripts/server scripts/skyferry scripts/discover_tapis_flights scripts/java-tool scripts/
COPY --from=build /build/target/tools target/tools
# The server expands the application beside its configuration, so this directory is its user's.
COPY --from=build --chown=skyferry:skyferry /build/target/liberty/wlp target/liberty/wlp
USER skyferry
ENV SKYFERRY_DATA_DIR=/data
VOLUME /data
EXPOSE 9080
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SKYFERRY_HTTP_PORT:-9080} && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3"]
ENTRYPOINT ["/opt/skyferry/scripts/server", "run"]
