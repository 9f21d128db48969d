package io.sentimentstreams.app.config;

/**
 * What is served over HTTP, and where.
 *
 * @param host the name or address to listen on
 * @param port the port, 0 to 65535; 0 lets the operating system pick one
 * @param page the page beside metrics and health
 */
public record HttpSettings(String host, int port, PageSettings page) {}
