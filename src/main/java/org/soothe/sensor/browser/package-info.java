/**
 * Stage: straps that a page reads by Web Bluetooth and hands on, where this machine has no Bluetooth of its own to use.
 *
 * <p>Input: text messages of the page over any connection, as described in docs/browser-bridge.md.
 *
 * <p>Output: events into a bounded queue.
 *
 * <p>Thread: messages come on any thread; one thread of the sensor turns them into events.
 *
 * <p>Clock: the session's for arrival, the page's own for the time between packets.
 *
 * <p>Start reading: {@link org.soothe.sensor.browser.BrowserSensor}.
 */
@NullMarked
package org.soothe.sensor.browser;

import org.jspecify.annotations.NullMarked;
