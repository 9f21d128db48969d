/** What the application needs of a Kafka cluster: clients, topics, rights; and how to get it. */
@NullMarked
package io.sentimentstreams.app.admin;

import org.jspecify.annotations.NullMarked;
