package io.sentimentstreams.config;

/**
 * Where metrics and health are served.
 *
 * @param host the name or address to listen on
 * @param port the port, 0 to 65535; 0 lets the operating system pick one
 */
public record HttpAddress(String host, int port) {}
