/** A program that finds the advisor as a module. */
module modular {
    requires org.migrationadvisor;
}
