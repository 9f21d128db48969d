/** Tests of the pages, help outputs, alerts and dashboards as texts. */
@NullMarked
package io.sentimentstreams.system.docs;

import org.jspecify.annotations.NullMarked;
