package org.migrationadvisor.batch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.migrationadvisor.Advice;
import org.migrationadvisor.Customer;
import org.migrationadvisor.MigrationAdvisor;

/** Advises on the customers of a list. The order of the advice is that of the list, whatever the number of threads. */
public final class Batch {
    private static final int CUSTOMERS_PER_BLOCK = 256;
    private static final int BLOCKS_AHEAD_PER_THREAD = 4;

    private final MigrationAdvisor advisor;
    private final LocalDate asOf;
    private final int threads;

    /**
     * @param asOf the day for which the advice is to hold, UTC
     * @param threads how many customers are evaluated at once, 1 or more
     */
    public Batch(MigrationAdvisor advisor, LocalDate asOf, int threads) {
        this.advisor = Objects.requireNonNull(advisor, "advisor");
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.threads = requireThreads(threads);
    }

    private static int requireThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: found " + threads + ", expected 1 or more");
        }
        return threads;
    }

    /** Takes the advice, or what else is made of a customer, in the order of the list and on the caller's thread. */
    @FunctionalInterface
    public interface Receiver<T> {
        void take(T result) throws IOException;
    }

    /**
     * Advises on all customers.
     *
     * @throws IOException as the receiver throws it
     */
    public void run(Iterator<Customer> customers, Receiver<Advice> receiver) throws IOException {
        run(customers, threads, block -> advisor.advise(block.stream(), asOf).toList(), receiver);
    }

    /**
     * Makes something else of all customers.
     *
     * @param threads how many blocks of customers are worked on at once, 1 or more
     * @param work makes a result of each customer of a block, in its order; must be thread-safe
     * @throws IOException as the receiver throws it
     */
    public static <T> void run(
            Iterator<Customer> customers, int threads, Function<List<Customer>, List<T>> work, Receiver<T> receiver)
            throws IOException {
        requireThreads(threads);
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "advice");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<List<T>>> ahead = new ArrayDeque<>();
            while (customers.hasNext() || !ahead.isEmpty()) {
                while (customers.hasNext() && ahead.size() < threads * BLOCKS_AHEAD_PER_THREAD) {
                    List<Customer> block = block(customers);
                    ahead.add(workers.submit(() -> work.apply(block)));
                }
                for (T each : result(ahead.remove())) {
                    receiver.take(each);
                }
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Customer> block(Iterator<Customer> customers) {
        List<Customer> block = new ArrayList<>(CUSTOMERS_PER_BLOCK);
        while (block.size() < CUSTOMERS_PER_BLOCK && customers.hasNext()) {
            block.add(customers.next());
        }
        return block;
    }

    private static <T> List<T> result(Future<List<T>> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped before the list was done", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
