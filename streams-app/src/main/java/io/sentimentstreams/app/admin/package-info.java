/** The connection to a Kafka cluster: clients, topics and ACLs, their validation and creation. */
@NullMarked
package io.sentimentstreams.app.admin;

import org.jspecify.annotations.NullMarked;
