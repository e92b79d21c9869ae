export declare function up(queryInterface: unknown): Promise<void>
