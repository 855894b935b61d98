# One file for all services: docker build --build-arg SERVICE=session-service .
# Copies the jar that Maven built (./mvnw -DskipTests package), extracts it in layers, and trains the class cache (AOT)
# with the very JVM that will run it.
FROM eclipse-temurin:25-jre-noble AS extracted
ARG SERVICE
WORKDIR /build
COPY ${SERVICE}/target/${SERVICE}.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers --application-filename app.jar

FROM eclipse-temurin:25-jre-noble
# The user 1000 is taken in the base image.
RUN groupadd --gid 10001 rinnalla && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin rinnalla
WORKDIR /app
COPY --from=extracted /build/layers/dependencies/ ./
COPY --from=extracted /build/layers/spring-boot-loader/ ./
COPY --from=extracted /build/layers/snapshot-dependencies/ ./
COPY --from=extracted /build/layers/application/ ./
# The same options in training and in use, or the JVM silently ignores the cache. A process that is out of memory ends,
# and the container is started again: half alive helps nobody.
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Duser.timezone=UTC -Dfile.encoding=UTF-8"
RUN java -XX:AOTCacheOutput=/app/app.aot -Dspring.context.exit=onRefresh -Dspring.flyway.enabled=false \
        -Dserver.port=0 -Dspring.config.import= -Dlogging.level.root=ERROR -jar app.jar \
    && chmod 444 /app/app.aot
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=24 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q UP <&3"]
ENTRYPOINT ["java", "-XX:AOTCache=/app/app.aot", "-Xlog:aot=off", "-Xlog:aot*=off", "-jar", "/app/app.jar"]
