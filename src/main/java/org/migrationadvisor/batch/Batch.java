package org.migrationadvisor.batch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.migrationadvisor.facts.Customer;

/**
 * Works on the customers of a list in blocks: the caller's thread takes them from the list and receives the results in
 * the same order, while others make the results of the blocks that come next. Their number is bounded, and so is the
 * memory.
 */
public final class Batch {
    private static final int CUSTOMERS_PER_BLOCK = 256;
    private static final int SUBSCRIPTIONS_PER_BLOCK = 1024;
    private static final int BLOCKS_AHEAD_PER_THREAD = 4;

    private Batch() {}

    /** Takes what is made of a block of customers, in the order of the list and on the caller's thread. */
    @FunctionalInterface
    public interface Receiver<T> {
        void take(T result) throws IOException;
    }

    /**
     * Works on all customers. A list of one block is worked on by the caller's thread alone.
     *
     * @param threads how many blocks of customers are worked on at once, 1 or more
     * @param work makes something of a block of customers; must be thread-safe
     * @throws IOException as the receiver throws it
     */
    public static <T> void run(
            Iterator<Customer> customers, int threads, Function<List<Customer>, T> work, Receiver<T> receiver)
            throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: found " + threads + ", expected 1 or more");
        }
        List<Customer> first = block(customers);
        if (!customers.hasNext()) {
            if (!first.isEmpty()) {
                receiver.take(work.apply(first));
            }
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "advice");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<T>> ahead = new ArrayDeque<>();
            ahead.add(workers.submit(() -> work.apply(first)));
            while (!ahead.isEmpty()) {
                while (customers.hasNext() && ahead.size() < threads * BLOCKS_AHEAD_PER_THREAD) {
                    List<Customer> block = block(customers);
                    ahead.add(workers.submit(() -> work.apply(block)));
                }
                receiver.take(result(ahead.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Customer> block(Iterator<Customer> customers) {
        List<Customer> block = new ArrayList<>();
        int subscriptions = 0;
        while (block.size() < CUSTOMERS_PER_BLOCK && subscriptions < SUBSCRIPTIONS_PER_BLOCK && customers.hasNext()) {
            Customer customer = customers.next();
            block.add(customer);
            subscriptions += customer.subscriptions().size();
        }
        return block;
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped before the list was done", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
